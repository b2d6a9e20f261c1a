namespace DealBot.Templating.Runtime;

/// <summary>A parameter of a known type.</summary>
internal abstract class TypedParameter<T>(string name) : DelegateParameter(name)
{
    public abstract T Read(ref ArgumentReader reader);

    public sealed override object? ReadObject(ref ArgumentReader reader) => Read(ref reader);
}
