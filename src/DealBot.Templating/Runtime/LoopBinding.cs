namespace DealBot.Templating.Runtime;

/// <summary>The variable of a running loop.</summary>
internal sealed class LoopBinding(VariableScope scope, string name, LoopBinding? outer)
{
    public VariableScope Scope { get; } = scope;

    public string Name { get; } = name;

    public LoopBinding? Outer { get; } = outer;

    public object? Value { get; set; }
}
