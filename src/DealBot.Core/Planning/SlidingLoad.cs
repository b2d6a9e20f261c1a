namespace DealBot.Core.Planning;

/// <summary>Messages by moment, in order, and whether any span of some length has room for more.</summary>
internal sealed class SlidingLoad
{
    private readonly List<long> _moments = [];
    private readonly List<int> _messages = [];
    private int _total;

    public void Add(DateTimeOffset at, int messages)
    {
        _total += messages;
        var moment = at.ToUnixTimeMilliseconds();
        var place = _moments.BinarySearch(moment);
        if (place >= 0)
        {
            _messages[place] += messages;
        }
        else
        {
            _moments.Insert(~place, moment);
            _messages.Insert(~place, messages);
        }
    }

    /// <summary>Whether every span of the length that holds the moment stays within so many messages.</summary>
    public bool HasRoom(DateTimeOffset at, int messages, TimeSpan length, int most)
    {
        var room = most - messages;
        if (_total <= room)
        {
            return true;
        }

        var (moment, span) = (at.ToUnixTimeMilliseconds(), (long)length.TotalMilliseconds);
        var found = _moments.BinarySearch(moment - span + 1);
        var start = found < 0 ? ~found : found;
        var (end, sum) = (start, 0);

        // The fullest spans begin with a message, or with the one to come.
        for (; start < _moments.Count && _moments[start] <= moment; start++)
        {
            end = Reach(end, _moments[start] + span, ref sum);
            if (sum > room)
            {
                return false;
            }

            sum -= _messages[start];
        }

        Reach(end, moment + span, ref sum);
        return sum <= room;
    }

    /// <summary>Most messages within any span of the length.</summary>
    public int Busiest(TimeSpan length)
    {
        var (end, sum, most) = (0, 0, 0);
        for (var start = 0; start < _moments.Count; start++)
        {
            end = Reach(end, _moments[start] + (long)length.TotalMilliseconds, ref sum);
            most = Math.Max(most, sum);
            sum -= _messages[start];
        }

        return most;
    }

    /// <summary>Takes in what lies before a moment.</summary>
    private int Reach(int end, long before, ref int sum)
    {
        for (; end < _moments.Count && _moments[end] < before; end++)
        {
            sum += _messages[end];
        }

        return end;
    }
}
