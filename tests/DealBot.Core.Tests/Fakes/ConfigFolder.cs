using DealBot.Core.Configuration;
using Quartz;

namespace DealBot.Core.Tests.Fakes;

/// <summary>A folder with good owners' files that a test edits.</summary>
internal sealed class ConfigFolder : IDisposable
{
    private static readonly IReadOnlyDictionary<string, string> Good = new Dictionary<string, string>
    {
        [OwnersFile.Name] =
            """
            {
              "owners": [
                {
                  "id": "li", "name": "李姐", "networkAccounts": { "jd": "main" },
                  "digest": { "at": "21:30", "adapter": "preview", "address": "owner" },
                  "shares": { "levels": [{ "name": "会员", "percent": 20 }], "inviterPercents": [10] }
                }
              ]
            }
            """,
        [GroupsFile.Name] =
            """
            {
              // Comments and trailing commas are allowed.
              "groups": [
                { "id": "mama-1", "name": "宝妈一群", "owner": "li", "adapter": "preview", "address": "demo", "audience": "mama", "schedule": "day" },
                { "id": "mama-2", "name": "宝妈二群", "owner": "li", "adapter": "preview", "address": "demo2", "audience": "mama", "schedule": "day" },
              ]
            }
            """,
        [SchedulesFile.Name] =
            """
            { "schedules": [{ "id": "day", "rules": [{ "at": ["09:00", "21:00"] }], "quietHours": { "from": "23:00", "to": "7:30" }, "jitterMinutes": 0 }] }
            """,
        [AudiencesFile.Name] =
            """
            { "audiences": [{ "id": "mama", "name": "宝妈", "categories": { "母婴": 2 } }] }
            """,
        [CampaignsFile.Name] =
            """
            { "campaigns": [{ "id": "c618", "name": "618", "from": "2026-06-16", "to": "2026-06-18", "filter": { "minPrice": 5, "maxPrice": 50 } }] }
            """,
        [SelectionFile.Name] =
            """
            { "selection": { "filter": { "minCommissionPercent": 1.5 }, "weights": { "discount": 2 } } }
            """,
    };

    private readonly TempFolder _folder = new();
    private int _writes;

    public ConfigFolder()
    {
        foreach (var (name, text) in Good)
        {
            Write(name, text);
        }
    }

    public string Path => _folder.Path;

    public static Surroundings Surroundings { get; } = new()
    {
        Adapters = new Dictionary<string, Func<string, bool>>
        {
            ["preview"] = address => address is "demo" or "demo2" or "owner",
            ["wecom"] = address => address == "robot",
        },
        NetworkAccounts = new Dictionary<string, IReadOnlyCollection<string>> { ["jd"] = ["main"], ["pdd"] = ["main"], ["taobao"] = ["main"] },
        GeneralPositions = new Dictionary<(string, string), string> { [("jd", "main")] = "3000" },
        ParseCron = (expression, zone) =>
        {
            var cron = new CronExpression(expression, zone);
            return after => cron.GetNextValidTimeAfter(after);
        },
        TakesMarkdown = (adapter, address) => adapter == "wecom",
        TemplateExists = name => name is "copy/default.sbn-txt" or "copy/deal.sbn-md" or "posters/classic.sbn-svg" or "digests/daily.sbn-txt" or "digests/daily.sbn-svg",
    };

    /// <summary>Writes a file; each write is seen as later than the one before, whatever the file system's clock can tell apart.</summary>
    public void Write(string name, string text)
    {
        var path = _folder.File(name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddMinutes(++_writes));
    }

    /// <summary>Replaces a part of a file that must be there.</summary>
    public ConfigFolder Edit(string name, string old, string replacement)
    {
        var text = File.ReadAllText(_folder.File(name));
        Assert.That(text, Does.Contain(old), "the edit has nothing to replace");
        Write(name, text.Replace(old, replacement, StringComparison.Ordinal));
        return this;
    }

    public void Delete(string name) => File.Delete(_folder.File(name));

    public (DealBotConfiguration? Configuration, IReadOnlyList<ConfigurationFault> Faults) Load() => ConfigurationLoader.Load(Path, Surroundings);

    public LiveConfiguration Open()
    {
        var live = LiveConfiguration.Open(Path, Surroundings, out var faults);
        Assert.That(faults, Is.Empty);
        return live!;
    }

    public void Dispose() => _folder.Dispose();
}
