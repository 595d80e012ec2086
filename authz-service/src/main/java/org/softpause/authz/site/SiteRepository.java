package org.softpause.authz.site;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SiteRepository extends Repository<Site, Site.Key> {
  @Query("select s from Site s where s.key.siteId = :siteId and s.key.version = 1")
  Optional<Site> first(Bytes32 siteId);

  @Query("select s from Site s where s.key.version = 1 order by s.recordedAt, s.key.siteId")
  List<Site> all();
}
