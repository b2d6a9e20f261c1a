namespace DealBot.Templating.Runtime;

/// <summary><c>params object?[]</c>: all arguments that are left, then those with its name.</summary>
internal sealed class RestParameter(string name) : TypedParameter<object?[]>(name)
{
    public override bool IsOrdinary => false;

    public override object?[] Read(ref ArgumentReader reader) => reader.TakeRest(this);
}
