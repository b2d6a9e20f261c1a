using System.Text.Json;
using DealBot.CrashTrials.Trials;
using DealBot.Simulators.Jd;

namespace DealBot.CrashTrials.World;

/// <summary>The folder that the service runs in: settings, the owners' files, templates.</summary>
/// <param name="folder">The folder.</param>
/// <param name="options">What is unusual.</param>
internal sealed class TrialFiles(string folder, StageOptions options)
{
    public const string AppSecret = "5ecret-of-the-trial-0001";

    /// <summary>A schedule has at least one rule.</summary>
    private const string Never = "0 0 0 1 1 ? 2099";

    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private DateTimeOffset _from;
    private DateTimeOffset _until;

    public static readonly JdSimAccount Account = new("trialkey0001", AppSecret, 1_000_999_001, "4100000001", MaySetSubUnionId: true);

    /// <summary>Robots by name, with their keys.</summary>
    public static IReadOnlyDictionary<string, string> Robots { get; } = TrialGroup.All
        .Where(group => group.Adapter == "wecom").Select(group => group.Address).Append(TrialGroup.OwnersRobot).Distinct()
        .Select((name, index) => (name, Key: $"00000000-0000-4000-8000-{index + 1:d12}"))
        .ToDictionary(robot => robot.name, robot => robot.Key);

    public string Folder => folder;

    public string Database => Path.Combine(options.DataFolder ?? Path.Combine(folder, "data"), "dealbot.db");

    public string File(string name) => Path.Combine(folder, name);

    /// <summary>Writes everything for slots within a span.</summary>
    public void WriteAll(Uri gateway, Uri chat, DateTimeOffset from, DateTimeOffset until)
    {
        WriteSettings(gateway, chat);
        Write("config/owners.json", new { owners = new[] { Owner(from) } });
        Write("config/audiences.json", new { audiences = new[] { new { id = "all", name = "大家" } } });
        WriteGroups("Asia/Shanghai");
        (_from, _until) = (from.ToOffset(Shanghai), until.ToOffset(Shanghai));
        WriteSchedules(DateTimeOffset.MaxValue);
        WriteCopy("好价");
        WriteWhole("templates/poster.sbn-svg", """<svg xmlns="http://www.w3.org/2000/svg" width="260" height="40"><text x="4" y="24" font-size="12">{{ deals[0].link }}</text></svg>""");
        WriteWhole("templates/digest.sbn-txt", "日报");
        WriteWhole("templates/digest.sbn-svg", """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>""");
    }

    /// <summary>The groups, all in one time zone.</summary>
    public void WriteGroups(string timeZone) => Write("config/groups.json", new { groups = TrialGroup.All.Select(group => Group(group, timeZone)) });

    /// <summary>Slots of all groups, without those after a moment.</summary>
    public void WriteSchedules(DateTimeOffset end) => Write("config/schedules.json", new
    {
        schedules = TrialGroup.All.Select(group => new
        {
            id = group.Id,
            rules = Crons(group, end).DefaultIfEmpty(Never).Select(cron => new { cron, filter = new { repeatDays = 0, minCommission = 0 } }),

            // Slots are seconds apart, and each stays where it is.
            minGapMinutes = 0,
            jitterMinutes = 0,
        }),
    });

    /// <summary>Lets the slots go on for so much longer.</summary>
    public void Lengthen(TimeSpan by)
    {
        _until += by;
        WriteSchedules(DateTimeOffset.MaxValue);
    }

    /// <summary>A copy that begins with a word and lists the links.</summary>
    public void WriteCopy(string word) => WriteWhole("templates/copy.sbn-txt", word + "\n{{ for deal in deals }}{{ deal.link }}\n{{ end }}");

    /// <summary>One rule a minute: a rule for every minute of the day would have the day laid out with thousands of slots.</summary>
    private IEnumerable<string> Crons(TrialGroup group, DateTimeOffset end)
    {
        for (var hour = -options.HoursAround; hour <= options.HoursAround; hour++)
        {
            for (var minute = new DateTimeOffset(_from.Year, _from.Month, _from.Day, _from.Hour, _from.Minute, 0, Shanghai).AddHours(hour); minute <= _until.AddHours(hour) && minute <= end; minute = minute.AddMinutes(1))
            {
                var last = minute.AddSeconds(59) <= end ? 59 : (int)(end - minute).TotalSeconds;
                if (group.Offset <= last)
                    yield return FormattableString.Invariant($"{string.Join(',', Seconds(group, last))} {minute.Minute} {minute.Hour} {minute.Day} {minute.Month} ?");
            }
        }
    }

    private static IEnumerable<int> Seconds(TrialGroup group, int last)
    {
        for (var second = group.Offset; second <= last; second += group.Every)
            yield return second;
    }

    private static object Owner(DateTimeOffset from) => new
    {
        id = "li",
        name = "李站长",
        networkAccounts = new { jd = "li" },
        digest = new { at = $"{from.ToOffset(Shanghai):HH:mm}", adapter = "wecom", address = TrialGroup.OwnersRobot, template = "digest.sbn-txt", chart = "digest.sbn-svg" },
    };

    private static object Group(TrialGroup group, string timeZone) => new
    {
        id = group.Id,
        name = group.Id,
        owner = "li",
        adapter = group.Adapter,
        address = group.Address,
        audience = "all",
        schedule = group.Id,
        timeZone,
        templates = new { copy = "copy.sbn-txt", poster = group.Poster ? "poster.sbn-svg" : "none" },
    };

    private void WriteSettings(Uri gateway, Uri chat) => Write("appsettings.json", new
    {
        DealBot = new
        {
            PublicBaseUrl = "https://deal.example.cn",
            Listen = "http://127.0.0.1:0",
            Posting = new { options.FreshMinutes, HeadroomPercent = 0, PlanAheadHours = 1 },
            Storage = new { Path = Database },
            Catalog = new { DealsPerChannel = 40 },
            Jobs = new { ConfigurationSeconds = 1, SlotsSeconds = 1, DispatchSeconds = 1, OrdersSeconds = 1 },
            Networks = new
            {
                Jd = new
                {
                    Gateway = gateway.AbsoluteUri,
                    LinkHosts = new[] { gateway.Host },
                    EliteIds = new[] { 22, 25 },
                    TimeoutSeconds = 2,
                    Accounts = new { li = new { Account.AppKey, Account.AppSecret, UnionId = $"{Account.UnionId}", Account.SiteId, LinkApi = "bySubUnionId" } },
                },
            },
            Adapters = new { WeCom = new { BaseUrl = chat.AbsoluteUri, TimeoutSeconds = 5, Robots = Robots.ToDictionary(robot => robot.Key, robot => new { Key = robot.Value }) } },
        },
        Serilog = new
        {
            MinimumLevel = new { Default = "Information", Override = new Dictionary<string, string> { ["Microsoft"] = "Warning", ["Microsoft.Hosting.Lifetime"] = "Information", ["Quartz"] = "Warning" } },
            WriteTo = new[] { new { Name = "Console", Args = new { outputTemplate = "{Timestamp:HH:mm:ss.fff} [{Level:u3}] {Message:lj}{NewLine}{Exception}" } } },
        },
    });

    private void Write(string name, object content) => WriteWhole(name, JsonSerializer.Serialize(content, Indented));

    // Moved into place whole, as editors do, so that the service never reads half a file.
    public void WriteWhole(string name, string text)
    {
        var path = File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText($"{path}.new", text);
        System.IO.File.Move($"{path}.new", path, overwrite: true);
    }
}
