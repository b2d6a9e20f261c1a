using DealBot.Templating.Syntax;

namespace DealBot.Templating.Runtime;

/// <summary>The evaluated arguments of a call, and the node to blame for faults.</summary>
internal readonly record struct CallArguments(Node Site, List<object?> Positional, Dictionary<string, object?>? Named)
{
    /// <summary>The block of a <c>wrap</c> statement.</summary>
    public WrappedBlock? Wrapped { get; init; }
}
