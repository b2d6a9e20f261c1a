using DealBot.Simulators.Jd;
using DealBot.Simulators.Market;

namespace DealBot.EndToEnd.Orders;

/// <summary>What goes wrong, and when: drawn from a seed, so that a failure repeats.</summary>
internal sealed class Trouble(OrderShop shop, int seed)
{
    private const int BurstDay = 12;
    private const string Orders = "jd.union.open.order.row.query";

    private static readonly NetworkFault[] Passing =
    [
        NetworkFault.HttpBadGateway, NetworkFault.HttpTooManyRequests, NetworkFault.HtmlPage, NetworkFault.TruncatedJson, NetworkFault.EmptyResult,
        NetworkFault.AppCallLimited, NetworkFault.TooFrequent, NetworkFault.BrokenRow, NetworkFault.NumbersAsStrings,
    ];

    private readonly Random _random = new(seed);
    private DateTimeOffset _outageUntil = DateTimeOffset.MinValue;
    private DateTimeOffset _wrongUntil = DateTimeOffset.MinValue;

    /// <summary>People buy, orders move, something may break, and the service has its turn.</summary>
    public async Task TurnAsync(DateTimeOffset at)
    {
        for (var order = _random.Next(3); order > 0; order--)
        {
            shop.Buy(_random);
        }

        var isFirstOfDay = at.TimeOfDay == TimeSpan.FromMinutes(30);
        if (at.Day == BurstDay && at.TimeOfDay == TimeSpan.FromHours(20))
        {
            Burst();
        }

        Hide();
        shop.Jd.Advance();
        Break(at, isFirstOfDay);
        await shop.TurnAsync(_random.Next(40) == 0 ? _random.Next(6) : null);
    }

    /// <summary>The network is whole again, and so is the clock.</summary>
    public void End()
    {
        shop.Jd.Faults.Clear();
        shop.Clock.Error = TimeSpan.Zero;
    }

    /// <summary>More orders within minutes than a page holds, listed over pages that overlap and move.</summary>
    private void Burst()
    {
        for (var order = 0; order < 620; order++)
        {
            shop.Buy(_random);
        }

        shop.Jd.Faults.Next(NetworkFault.ShiftedPages, 3, Orders);
        shop.Jd.Faults.Next(NetworkFault.DuplicateRows, 6, Orders);
    }

    /// <summary>Changes that show hours late, or that their update time does not tell.</summary>
    private void Hide()
    {
        shop.Jd.Faults.LateBy = TimeSpan.FromHours(5);
        if (_random.Next(6) == 0)
        {
            shop.Jd.Faults.Next(_random.Next(2) == 0 ? NetworkFault.LateStatusChange : NetworkFault.UnmarkedChange);
        }
    }

    private void Break(DateTimeOffset at, bool isFirstOfDay)
    {
        if (at >= _outageUntil && _outageUntil != DateTimeOffset.MinValue)
        {
            shop.Jd.Faults.Clear();
            _outageUntil = DateTimeOffset.MinValue;
        }
        else if (isFirstOfDay && at.Day is 8 or 18)
        {
            _outageUntil = at.AddHours(_random.Next(2, 60));
            shop.Jd.Faults.Next(NetworkFault.HttpBadGateway, int.MaxValue, Orders);
        }
        else if (_random.Next(8) == 0)
        {
            shop.Jd.Faults.Next(Passing[_random.Next(Passing.Length)], _random.Next(1, 4), Orders);
        }
        else if (isFirstOfDay && at.Day == 15)
        {
            shop.Jd.Faults.SlowBy = TimeSpan.FromSeconds(3);
            shop.Jd.Faults.Next(NetworkFault.SlowResponse, 1, Orders);
        }

        SetClock(at);
    }

    /// <summary>An hour ahead or behind, for some hours: the network refuses the time stamps, or would let windows be missed.</summary>
    private void SetClock(DateTimeOffset at)
    {
        if (at >= _wrongUntil)
        {
            shop.Clock.Error = TimeSpan.Zero;
        }

        if (_random.Next(300) == 0)
        {
            shop.Clock.Error = TimeSpan.FromHours(_random.Next(2) == 0 ? 1 : -1);
            _wrongUntil = at.AddHours(_random.Next(1, 8));
        }
    }
}
