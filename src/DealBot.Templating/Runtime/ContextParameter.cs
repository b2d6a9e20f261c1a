namespace DealBot.Templating.Runtime;

/// <summary>The rendering, for builtins that need it.</summary>
internal sealed class ContextParameter(string name) : TypedParameter<RenderContext>(name)
{
    public override bool IsOrdinary => false;

    public override bool IsContext => true;

    public override RenderContext Read(ref ArgumentReader reader) => reader.Context;
}
