package org.softpause.authz.system;

import com.fasterxml.jackson.annotation.Nulls;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.Json;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * Configures the JSON of requests and responses. It is as strict as that of signed documents:
 * unknown, missing or repeated members, nulls, coercions and trailing tokens are refused. Value
 * types are read and written as text.
 */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {
  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return builder -> {
      builder
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addModule(valueTypes());
      refuseTextFromNumbers(builder);
    };
  }

  private static void refuseTextFromNumbers(JsonMapper.Builder builder) {
    builder.withCoercionConfig(
        LogicalType.Textual,
        config ->
            config
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
  }

  private static SimpleModule valueTypes() {
    return new SimpleModule("softpause")
        .addSerializer(Bytes32.class, ToStringSerializer.instance)
        .addSerializer(Address.class, ToStringSerializer.instance)
        .addSerializer(new DocumentSerializer())
        .addSerializer(Jws.class, ToStringSerializer.instance)
        .addDeserializer(Jws.class, new TextDeserializer<>(Jws.class, Jws::parse))
        .addDeserializer(Bytes32.class, new TextDeserializer<>(Bytes32.class, Bytes32::parse));
  }

  /** Reads a value type from its text. */
  private static final class TextDeserializer<T> extends StdScalarDeserializer<T> {
    private final transient Function<String, T> parser;

    TextDeserializer(Class<T> type, Function<String, T> parser) {
      super(type);
      this.parser = parser;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken() != JsonToken.VALUE_STRING) {
        return context.reportInputMismatch(this, "expected text");
      }
      try {
        return parser.apply(in.getString());
      } catch (RuleViolation violation) {
        throw DatabindException.from(in, violation.rule().slug(), violation);
      }
    }
  }

  /** Writes a document of the protocol in its canonical form. */
  private static final class DocumentSerializer extends StdSerializer<Json> {
    DocumentSerializer() {
      super(Json.class);
    }

    @Override
    public void serialize(Json value, JsonGenerator out, SerializationContext context) {
      out.writeRawValue(new String(CanonicalJson.encode(value), StandardCharsets.UTF_8));
    }
  }
}
