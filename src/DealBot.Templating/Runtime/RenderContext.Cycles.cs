namespace DealBot.Templating.Runtime;

internal sealed partial class RenderContext
{
    private Dictionary<string, int>? _cycles;

    /// <summary>How often a group of <c>array.cycle</c> was asked before.</summary>
    public int NextInCycle(string group)
    {
        _cycles ??= new Dictionary<string, int>(StringComparer.Ordinal);
        var count = _cycles.GetValueOrDefault(group);
        _cycles[group] = count + 1;
        return count;
    }
}
