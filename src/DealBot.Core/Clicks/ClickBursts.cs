namespace DealBot.Core.Clicks;

/// <summary>
/// Sees what single requests don't show: the same link by the same visitor within seconds, and more links within a second than a
/// thumb can open. Remembers a fixed number of visitors; two that fall on one place make each other forgotten, which only means
/// that a repetition is taken for a click.
/// </summary>
public sealed class ClickBursts(ClickOptions options)
{
    public const string RepeatRule = "repeat";
    public const string ManyLinksRule = "many_links";

    private const int Places = 16_384;

    private readonly Visit?[] _visits = new Visit?[Places];
    private readonly TimeSpan _repeat = TimeSpan.FromSeconds(options.RepeatSeconds);

    /// <summary>What a person's click is when those just before it are known; the rule is empty if it counts.</summary>
    public (ClickKind Kind, string Rule) Judge(string visitorId, string code, DateTimeOffset at)
    {
        ref var place = ref _visits[(uint)string.GetHashCode(visitorId) % Places];
        var visit = Volatile.Read(ref place);
        if (visit is null || visit.VisitorId != visitorId)
        {
            Volatile.Write(ref place, new Visit(visitorId, code, at));
            return (ClickKind.Person, "");
        }

        return visit.Judge(code, at, _repeat, options.LinksPerSecond);
    }

    private sealed class Visit(string visitorId, string code, DateTimeOffset at)
    {
        private readonly Lock _gate = new();
        private string _code = code;
        private DateTimeOffset _at = at;
        private DateTimeOffset _second = at;
        private int _links = 1;

        public string VisitorId => visitorId;

        public (ClickKind Kind, string Rule) Judge(string code, DateTimeOffset at, TimeSpan repeat, int linksPerSecond)
        {
            lock (_gate)
            {
                // A clock that was put back must not make everything a repetition.
                var since = (at - _at).Duration();
                var isSame = code == _code;
                (_code, _at) = (code, at);
                if (isSame)
                {
                    return since < repeat ? (ClickKind.Repeat, RepeatRule) : (ClickKind.Person, "");
                }

                if ((at - _second).Duration() >= TimeSpan.FromSeconds(1))
                {
                    (_second, _links) = (at, 0);
                }

                return ++_links > linksPerSecond ? (ClickKind.Bot, ManyLinksRule) : (ClickKind.Person, "");
            }
        }
    }
}
