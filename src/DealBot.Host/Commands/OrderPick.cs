using System.CommandLine;
using DealBot.Contracts;
using DealBot.Core.Orders;

namespace DealBot.Host.Commands;

/// <summary>Which orders <c>dealbot orders</c> is asked for, by its options.</summary>
internal sealed class OrderPick
{
    /// <summary>How many days are looked at if none is named.</summary>
    public const int DaysByDefault = 7;

    private readonly Option<string?> _month;
    private readonly Option<string?> _date;
    private readonly Option<string?> _since;
    private readonly Option<string?> _until;
    private readonly Option<string?> _group;
    private readonly Option<string?> _network;
    private readonly Option<string?> _status;
    private readonly Option<bool> _unattributed;

    public OrderPick(Language language)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        _month = new Option<string?>("--month") { Description = Say("哪个月，例如 2026-06", "month, for example 2026-06") };
        _date = new Option<string?>("--date") { Description = Say("哪一天，例如 2026-06-18", "day, for example 2026-06-18") };
        _since = new Option<string?>("--since") { Description = Say("从哪天起；都不写则最近 7 天", "first day; without any of these the last 7 days") };
        _until = new Option<string?>("--until") { Description = Say("到哪天（含）；默认今天", "last day, inclusive; today if left out") };
        _group = new Option<string?>("--group") { Description = Say("只看哪个群", "one group only") };
        _network = new Option<string?>("--network") { Description = Say("只看哪个联盟，例如 jd", "one network only, for example jd") };
        _status = new Option<string?>("--status") { Description = Say("只看哪种状态", "one status only") };
        _status.AcceptOnlyFromAmong([.. OrderWords.Statuses]);
        _unattributed = new Option<bool>("--unattributed") { Description = Say("只看没有归到群的", "only those of no group") };
    }

    public IEnumerable<Option> Options => [_month, _date, _since, _until, _group, _network, _status, _unattributed];

    /// <summary>What to ask for; null after saying what is wrong with the options.</summary>
    public OrderAsk? Read(CommandContext context, ParseResult parsed, TimeProvider time)
    {
        if (Days(context, parsed, BeijingDays.Today(time)) is not { } days)
        {
            return null;
        }

        if (parsed.GetValue(_group) is not null && parsed.GetValue(_unattributed))
        {
            context.Error(context.Say("--group 和 --unattributed 不能一起用：没有归到群的订单不属于任何群", "--group and --unattributed exclude each other: orders of no group belong to none"));
            return null;
        }

        var query = new OrderQuery
        {
            From = BeijingDays.StartOf(days.First),
            Until = BeijingDays.StartOf(days.Last.AddDays(1)),
            GroupId = parsed.GetValue(_group),
            Network = parsed.GetValue(_network),
            Status = parsed.GetValue(_status) is { } status ? OrderWords.StatusOf(status) : null,
            Unattributed = parsed.GetValue(_unattributed),
        };
        return new OrderAsk(query, days.First, days.Last, new[] { _month, _date, _since, _until }.All(option => parsed.GetValue(option) is null));
    }

    private (DateOnly First, DateOnly Last)? Days(CommandContext context, ParseResult parsed, DateOnly today)
    {
        var (month, date) = (parsed.GetValue(_month), parsed.GetValue(_date));
        var (since, until) = (parsed.GetValue(_since), parsed.GetValue(_until));
        if (new[] { month is not null, date is not null, since is not null || until is not null }.Count(given => given) > 1)
        {
            context.Error(context.Say("--month、--date、--since/--until 只能用一种", "give only one of --month, --date and --since/--until"));
            return null;
        }

        if (month is not null)
        {
            return BeijingDays.Month(context, "--month", month) is { } first ? (first, first.AddMonths(1).AddDays(-1)) : null;
        }

        if (date is not null)
        {
            return BeijingDays.Day(context, "--date", date) is { } day ? (day, day) : null;
        }

        if ((until is null ? today : BeijingDays.Day(context, "--until", until)) is not { } end
            || (since is null ? end.AddDays(1 - DaysByDefault) : BeijingDays.Day(context, "--since", since)) is not { } start)
        {
            return null;
        }

        if (start > end)
        {
            context.Error(context.Say($"--since {start:yyyy-MM-dd} 晚于 --until {end:yyyy-MM-dd}", $"--since {start:yyyy-MM-dd} is later than --until {end:yyyy-MM-dd}"));
            return null;
        }

        return (start, end);
    }
}
