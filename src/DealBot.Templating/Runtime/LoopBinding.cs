namespace DealBot.Templating.Runtime;

/// <summary>The variable of a running loop.</summary>
internal sealed class LoopBinding(VariableScope scope, string name)
{
    public VariableScope Scope { get; } = scope;

    public string Name { get; } = name;

    public object? Value { get; set; }
}
