using DealBot.Templating.Syntax;

namespace DealBot.Templating.Runtime;

/// <summary>The evaluated arguments of a call, and the node to blame for faults. They are valid until the call ends.</summary>
internal readonly ref struct CallArguments(Node site, ReadOnlySpan<object?> positional, KeyValuePair<string, object?>[]? named)
{
    public Node Site { get; } = site;

    public ReadOnlySpan<object?> Positional { get; } = positional;

    /// <summary>In the order of the call; a name may come again.</summary>
    public KeyValuePair<string, object?>[]? Named { get; } = named;

    /// <summary>The block of a <c>wrap</c> statement.</summary>
    public WrappedBlock? Wrapped { get; init; }
}
