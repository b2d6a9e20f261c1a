namespace DealBot.Core.Planning;

/// <summary>The moments of one group's posts, in order.</summary>
internal sealed class GroupLoad
{
    private readonly List<DateTimeOffset> _moments = [];

    /// <summary>Whether every other post is at least so far away.</summary>
    public bool HasRoom(DateTimeOffset at, TimeSpan gap)
    {
        if (gap == TimeSpan.Zero)
        {
            return true;
        }

        var next = Place(at);
        return (next == _moments.Count || _moments[next] - at >= gap) && (next == 0 || at - _moments[next - 1] >= gap);
    }

    public void Add(DateTimeOffset at) => _moments.Insert(Place(at), at);

    private int Place(DateTimeOffset at)
    {
        var found = _moments.BinarySearch(at);
        return found < 0 ? ~found : found;
    }
}
