namespace Holdfast;

/// <summary>A data converter or payload codec that wants to know what it converts for.</summary>
/// <typeparam name="T"><see cref="IDataConverter"/> or <see cref="IPayloadCodec"/>.</typeparam>
public interface ISerializationContextAware<out T>
{
    /// <summary>A converter or codec for one context; this one stays as it is. Called often, so it should be cheap: a copy with one more field.</summary>
    T WithContext(SerializationContext context);
}
