package org.softpause.authz.anchoring;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface NonceRepository extends Repository<NonceRow, Long> {
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      "select n from NonceRow n where n.chainId = :chainId and n.sender = :sender and n.nonce = :nonce")
  Optional<NonceRow> lock(long chainId, byte[] sender, long nonce);

  @Query(
      """
      select n from NonceRow n
      where n.chainId = :chainId and n.sender = :sender and n.nonce >= :nonce order by n.nonce
      """)
  List<NonceRow> from(long chainId, byte[] sender, long nonce);

  @Query(
      """
      select n.nonce from NonceRow n
      where n.chainId = :chainId and n.sender = :sender and n.consumedAt is null order by n.nonce
      """)
  List<Long> open(long chainId, byte[] sender);

  @Query(
      """
      select max(n.nonce) from NonceRow n
      where n.chainId = :chainId and n.sender = :sender and n.consumedAt is not null
      """)
  Optional<Long> highestConsumed(long chainId, byte[] sender);

  @Query(
      """
      select min(n.nonce) from NonceRow n
      where n.chainId = :chainId and n.sender = :sender and n.decision = :decision
        and n.consumedAt is null
      """)
  Optional<Long> lowestOpen(long chainId, byte[] sender, Bytes32 decision);

  @Modifying
  @Query(
      """
      update NonceRow n set n.consumedAt = :now
      where n.chainId = :chainId and n.sender = :sender and n.nonce < :count
        and n.consumedAt is null
      """)
  int consume(long chainId, byte[] sender, long count, Instant now);

  @Modifying
  @Query(
      """
      update NonceRow n set n.consumedAt = null
      where n.chainId = :chainId and n.sender = :sender and n.nonce >= :count
        and n.consumedAt is not null
      """)
  int giveBack(long chainId, byte[] sender, long count);

  @Query(
      """
      select t from EthereumTransactionRow t
      where t.chainId = :chainId and t.sender = :sender and t.nonce = :nonce order by t.maxFee desc
      """)
  List<EthereumTransactionRow> transactions(long chainId, byte[] sender, long nonce);
}
