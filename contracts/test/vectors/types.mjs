// The EIP-712 types of the protocol page, as ethers takes them.
const typed = (text) => text.split(',').map((field) => ({ type: field.split(' ')[0], name: field.split(' ')[1] }));

const SCOPE = typed('uint16[] regions,uint8 hardwareClasses,uint64 minPeakPflops');
const COMMITTEE = typed('uint256 x,uint256 y,bool civil,bytes32 roster');

export const PAUSE = {
  Pause: typed(
    'uint8 mandate,uint32 epoch,uint8 slot,uint16 ceilingBps,uint48 effectiveAt,uint48 expiresAt,uint32 rampSeconds,' +
      'uint32 staggerSeconds,Scope scope,bool drill,uint48 proposedAt,uint48 anchorBy,bytes32 reasonHash',
  ),
  Scope: SCOPE,
};
export const LIFT = {
  Lift: typed('uint8 mandate,uint32 epoch,uint8 slot,bytes32 pauseId,uint48 proposedAt,uint48 anchorBy,bytes32 reasonHash'),
};
export const WITHDRAW = {
  Withdraw: typed('uint8 mandate,uint32 epoch,uint8 slot,uint48 proposedAt,uint48 anchorBy,bytes32 reasonHash'),
};
export const RENEW = {
  Renew: typed('uint8 mandate,uint32 epoch,uint48 operatingUntil,uint48 proposedAt,uint48 anchorBy,bytes32 reasonHash'),
};
export const ROTATE = {
  Rotate: typed(
    'uint8 mandate,uint32 epoch,uint8 target,uint32 targetEpoch,Committee[] committees,uint48 proposedAt,uint48 anchorBy,' +
      'bytes32 reasonHash',
  ),
  Committee: COMMITTEE,
};
