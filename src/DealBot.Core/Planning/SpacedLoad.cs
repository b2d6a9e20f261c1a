namespace DealBot.Core.Planning;

/// <summary>Posts whose messages have to be some time apart: each takes so much time, and two never overlap.</summary>
internal sealed class SpacedLoad(TimeSpan gap)
{
    private readonly List<(long Start, long End)> _posts = [];
    private long _longest;

    public void Add(DateTimeOffset at, int messages)
    {
        var post = SpanOf(at, messages);
        _posts.Insert(After(post.Start), post);
        _longest = Math.Max(_longest, post.End - post.Start);
    }

    /// <summary>Whether a post of so many messages can begin at the moment.</summary>
    public bool HasRoom(DateTimeOffset at, int messages)
    {
        var (start, end) = SpanOf(at, messages);

        // What begins longer before than any post lasts is over.
        for (var i = After(end - 1) - 1; i >= 0 && _posts[i].Start > start - _longest; i--)
        {
            if (_posts[i].End > start)
            {
                return false;
            }
        }

        return true;
    }

    private (long Start, long End) SpanOf(DateTimeOffset at, int messages)
    {
        var start = at.ToUnixTimeMilliseconds();
        return (start, start + ((long)gap.TotalMilliseconds * Math.Max(1, messages)));
    }

    /// <summary>How many posts begin at the moment or before.</summary>
    private int After(long moment)
    {
        var (low, high) = (0, _posts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _posts[middle].Start <= moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
