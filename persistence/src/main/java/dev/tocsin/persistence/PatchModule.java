package dev.tocsin.persistence;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Teaches Jackson to tell a key that is absent from one that is null, in both directions. */
final class PatchModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  PatchModule() {
    super("tocsin-patch");
    addDeserializer(Patch.class, new Reader(null));
    addSerializer(Patch.class, new Writer());
  }

  @SuppressWarnings("rawtypes") // Jackson registers a serializer by its erased type
  private static final class Writer extends StdSerializer<Patch> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Patch.class);
    }

    @Override
    public void serialize(Patch patch, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writePOJO(patch.value());
    }
  }

  @SuppressWarnings("rawtypes") // Jackson registers a deserializer by its erased type
  private static final class Reader extends StdDeserializer<Patch>
      implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;

    private final @Nullable JavaType content;

    Reader(@Nullable JavaType content) {
      super(Patch.class);
      this.content = content;
    }

    @Override
    public JsonDeserializer<?> createContextual(
        DeserializationContext context, @Nullable BeanProperty property) {
      JavaType whole = property == null ? context.getContextualType() : property.getType();
      return new Reader(whole.containedTypeOrUnknown(0));
    }

    @Override
    public Patch<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return Patch.to(context.<Object>readValue(in, content));
    }

    @Override
    public Patch<?> getNullValue(DeserializationContext context) {
      return Patch.to(null);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
      return null;
    }
  }
}
