using DealBot.Contracts;

namespace DealBot.Core.Links;

/// <summary>
/// The latest links that networks gave, and what each was given for. One link for two groups, or for two deals, credits an order to the wrong
/// one. A restart forgets them; such a network then gives itself away again with its second link.
/// </summary>
internal sealed class IssuedLinks
{
    /// <summary>Some hours of 500 groups, in a few megabytes.</summary>
    private const int Most = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<Uri, (DealKey Deal, Tracking Tracking)> _given = [];
    private readonly Queue<Uri> _order = new();

    /// <summary>Notes a link. False if it was given before for something else.</summary>
    public bool IsOwn(DealKey deal, TrackingLink link)
    {
        lock (_lock)
        {
            if (_given.TryGetValue(link.Url, out var before))
            {
                return before == (deal, link.Tracking);
            }

            _given.Add(link.Url, (deal, link.Tracking));
            _order.Enqueue(link.Url);
            if (_order.Count > Most)
            {
                _given.Remove(_order.Dequeue());
            }

            return true;
        }
    }
}
