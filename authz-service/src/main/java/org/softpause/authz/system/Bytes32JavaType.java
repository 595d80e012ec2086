package org.softpause.authz.system;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.hibernate.type.descriptor.jdbc.VarbinaryJdbcType;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;

/** Stores a {@link Bytes32} as {@code bytea}, keys included. */
final class Bytes32JavaType extends AbstractClassJavaType<Bytes32> {
  private static final long serialVersionUID = 1L;

  Bytes32JavaType() {
    super(Bytes32.class);
  }

  @Override
  public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
    return VarbinaryJdbcType.INSTANCE;
  }

  @Override
  public <X> @Nullable X unwrap(@Nullable Bytes32 value, Class<X> type, WrapperOptions options) {
    if (value == null) {
      return null;
    }
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    if (type == byte[].class) {
      return type.cast(value.bytes());
    }
    throw unknownUnwrap(type);
  }

  @Override
  public <X> @Nullable Bytes32 wrap(@Nullable X value, WrapperOptions options) {
    if (value == null) {
      return null;
    }
    if (value instanceof Bytes32 bytes) {
      return bytes;
    }
    if (value instanceof byte[] bytes) {
      return Bytes32.of(bytes);
    }
    throw unknownWrap(value.getClass());
  }

  @Override
  public Bytes32 fromString(CharSequence text) {
    return Bytes32.parse(text.toString());
  }
}
