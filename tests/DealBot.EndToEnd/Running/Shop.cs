using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DealBot.Simulators.Jd;

namespace DealBot.EndToEnd.Running;

/// <summary>A folder with real settings and configuration for one owner and one preview group, and a simulated JD Union that they lead to.</summary>
internal sealed partial class Shop : IAsyncDisposable
{
    public const string Secret = "5ecret-of-the-shop-0001";

    private static readonly JdSimAccount Account = new("shopkey0001", Secret, 1_000_999_001, "4100000001", MaySetSubUnionId: true);

    /// <summary>Half a day away from whenever the tests run, since no test of this shop is about its digest.</summary>
    private static readonly string DigestAt = $"{DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).AddHours(12):HH:mm}";

    private readonly TempFolder _folder = new();
    private readonly JdSimulator _jd;

    private Shop(JdSimulator jd) => _jd = jd;

    public string Path => _folder.Path;

    public Uri Network => _jd.BaseAddress;

    /// <summary>Opens it.</summary>
    /// <param name="cron">When the group is due a post.</param>
    public static async Task<Shop> OpenAsync(string cron)
    {
        var shop = new Shop(await JdSimulator.StartAsync(new JdSimulatorOptions { Accounts = [Account] }, CancellationToken.None));
        Directory.CreateDirectory(shop._folder.File("config"));
        Directory.CreateDirectory(shop._folder.File("templates"));
        shop.WriteSettings();
        shop.Write("config/owners.json", $$"""{ "owners": [{ "id": "li", "name": "李站长", "networkAccounts": { "jd": "li" }, "digest": { "at": "{{DigestAt}}", "adapter": "preview", "address": "owner", "template": "digest.sbn-txt", "chart": "digest.sbn-svg" } }] }""");
        shop.Write("config/groups.json", """{ "groups": [{ "id": "mama-1", "name": "宝妈群", "owner": "li", "adapter": "preview", "address": "demo", "audience": "mama", "schedule": "day", "templates": { "copy": "copy.sbn-txt", "poster": "none" } }] }""");
        shop.Write("config/audiences.json", """{ "audiences": [{ "id": "mama", "name": "宝妈" }] }""");
        shop.WriteSchedule(cron, deals: 1);
        shop.WriteCopy("好价");
        shop.Write("templates/digest.sbn-txt", "日报");
        shop.Write("templates/digest.sbn-svg", """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>""");
        return shop;
    }

    /// <summary>Makes the service listen on a port of the test's choice.</summary>
    public void ListenOn(int port) =>
        Write("appsettings.json", File.ReadAllText(_folder.File("appsettings.json")).Replace("127.0.0.1:0", $"127.0.0.1:{port}", StringComparison.Ordinal));

    /// <summary>Lets the group's posts go through a robot of WeCom.</summary>
    public void PostThrough(Uri weCom, string key)
    {
        var settings = JsonNode.Parse(File.ReadAllText(_folder.File("appsettings.json")))!;
        settings["DealBot"]!["Adapters"] = new JsonObject
        {
            ["WeCom"] = new JsonObject { ["BaseUrl"] = weCom.AbsoluteUri, ["Robots"] = new JsonObject { ["robot-1"] = new JsonObject { ["Key"] = key } } },
        };
        settings["DealBot"]!["Jobs"] = new JsonObject { ["NoticesSeconds"] = 1 };
        Write("appsettings.json", settings.ToJsonString());
        var groups = File.ReadAllText(_folder.File("config/groups.json"));
        Write("config/groups.json", groups.Replace("\"preview\", \"address\": \"demo\"", "\"wecom\", \"address\": \"robot-1\"", StringComparison.Ordinal));
    }

    /// <summary>Lets the group's posts go out as tasks of WeCom, and the owner read and command in a chat with its application.</summary>
    /// <param name="weComTask">The adapter's settings, with a group <c>customers</c> and a member <c>boss</c>.</param>
    /// <param name="userId">The owner's user id there.</param>
    public void PostAsTasks(JsonObject weComTask, string userId)
    {
        var settings = JsonNode.Parse(File.ReadAllText(_folder.File("appsettings.json")))!;
        settings["DealBot"]!["Adapters"] = new JsonObject { ["WeComTask"] = weComTask };
        settings["DealBot"]!["Jobs"] = new JsonObject { ["NoticesSeconds"] = 1 };
        Write("appsettings.json", settings.ToJsonString());
        var groups = File.ReadAllText(_folder.File("config/groups.json"));
        Write("config/groups.json", groups.Replace("\"preview\", \"address\": \"demo\"", "\"wecomtask\", \"address\": \"customers\"", StringComparison.Ordinal));
        var owners = File.ReadAllText(_folder.File("config/owners.json"));
        Write("config/owners.json", owners.Replace(
            $"\"digest\": {{ \"at\": \"{DigestAt}\", \"adapter\": \"preview\", \"address\": \"owner\"",
            $"\"commanders\": {{ \"wecomtask\": [\"{userId}\"] }}, \"digest\": {{ \"at\": \"{DigestAt}\", \"adapter\": \"wecomtask\", \"address\": \"boss\"",
            StringComparison.Ordinal));
    }

    /// <summary>Puts properties into the section of the settings, and names another channel for the group, both as a document shows them.</summary>
    public void Take(string settings, string channel)
    {
        var all = JsonNode.Parse(File.ReadAllText(_folder.File("appsettings.json")))!;
        foreach (var (name, value) in JsonNode.Parse($"{{{settings}}}")!.AsObject())
        {
            all["DealBot"]![name] = value?.DeepClone();
        }

        Write("appsettings.json", all.ToJsonString());
        var groups = File.ReadAllText(_folder.File("config/groups.json"));
        Write("config/groups.json", groups.Replace("\"adapter\": \"preview\", \"address\": \"demo\"", channel, StringComparison.Ordinal));
    }

    /// <summary>Sets what the settings say of something.</summary>
    public void Set(string name, JsonNode value)
    {
        var settings = JsonNode.Parse(File.ReadAllText(_folder.File("appsettings.json")))!;
        settings["DealBot"]![name] = value;
        Write("appsettings.json", settings.ToJsonString());
    }

    /// <summary>Has one group on each channel, named after its adapter, in place of the one.</summary>
    /// <param name="adapters">The adapters' settings.</param>
    /// <param name="channels">Adapter and address of each group.</param>
    /// <param name="bot">Whether the bot answers in them.</param>
    public void PostThrough(JsonObject adapters, IEnumerable<(string Adapter, string Address)> channels, bool bot = false)
    {
        Set("Adapters", adapters);
        var groups = channels.Select(channel => new
        {
            id = channel.Adapter,
            name = "宝妈群",
            owner = "li",
            adapter = channel.Adapter,
            address = channel.Address,
            bot,
            audience = "mama",
            schedule = "day",
            templates = new { copy = "copy.sbn-txt", poster = "none" },
        });
        Write("config/groups.json", JsonSerializer.Serialize(new { groups }));
    }

    /// <summary>
    /// Has every group post once, in a few seconds. A slot that went by before the service knew of the edit is not posted at all: on a machine
    /// that was so busy another is put in its place.
    /// </summary>
    public async Task PostOnceAsync(RunningService service)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            var before = service.Said().Length;
            var at = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow.AddSeconds(15), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
            WriteSchedule(FormattableString.Invariant($"{at.Second} {at.Minute} {at.Hour} {at.Day} {at.Month} ? {at.Year}"), deals: 1);
            var laid = await Poll.UntilAsync(() => Task.FromResult(LaidAfterEdit().Match(service.Said()[before..])), match => match.Success, "the plan laid after the edit");
            if (laid.Groups["posts"].Value != "0")
            {
                return;
            }
        }

        throw new AssertionException($"No slot was laid in time. The service said:\n{service.Said()}");
    }

    /// <summary>Lets the bot answer in the group, and the member <c>boss</c> give orders.</summary>
    public void SwitchBotOn()
    {
        Write("config/groups.json", File.ReadAllText(_folder.File("config/groups.json")).Replace("\"audience\"", "\"bot\": true, \"audience\"", StringComparison.Ordinal));
        Write("config/owners.json", File.ReadAllText(_folder.File("config/owners.json")).Replace("\"digest\": {", "\"commanders\": { \"preview\": [\"boss\"] }, \"digest\": {", StringComparison.Ordinal));
    }

    /// <summary>Writes a line into a chat, as a member would.</summary>
    public void Say(string sender, string text, string address = "demo")
    {
        Directory.CreateDirectory(_folder.File($"data/preview/{address}"));
        File.AppendAllText(_folder.File($"data/preview/{address}/inbox.jsonl"), JsonSerializer.Serialize(new { sender, text }) + "\n");
    }

    public void WriteSchedule(string cron, int deals) =>
        Write("config/schedules.json", $$"""{ "schedules": [{ "id": "day", "minGapMinutes": 0, "jitterMinutes": 0, "rules": [{ "cron": "{{cron}}", "deals": {{deals}} }] }] }""");

    /// <summary>A copy that begins with a word and lists the links.</summary>
    public void WriteCopy(string word) => Write("templates/copy.sbn-txt", word + "\n{{ for deal in deals }}{{ deal.link }}\n{{ end }}");

    /// <summary>What the chat got, in order.</summary>
    public IReadOnlyList<(string Id, string Text)> Messages() => MessagesAt("demo");

    /// <summary>What a preview address got, in order; the owner reads at <c>owner</c>.</summary>
    public IReadOnlyList<(string Id, string Text)> MessagesAt(string address)
    {
        var file = _folder.File($"data/preview/{address}/messages.jsonl");
        if (!File.Exists(file))
        {
            return [];
        }

        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var whole = reader.ReadToEnd().Split('\n')[..^1];
        return [.. whole.Select(line => JsonElement.Parse(line)).Select(line => (line.GetProperty("id").GetString()!, line.GetProperty("text").GetString()!))];
    }

    /// <summary>Waits until the chat got at least so many messages.</summary>
    public Task<IReadOnlyList<(string Id, string Text)>> MessagesAsync(int count) =>
        Poll.UntilAsync(() => Task.FromResult(Messages()), messages => messages.Count >= count, $"{count} messages");

    public async ValueTask DisposeAsync()
    {
        await _jd.DisposeAsync();
        _folder.Dispose();
    }

    [GeneratedRegex("Configuration taken over.*?Plan laid until [^\n]*: (?<posts>[0-9]+) posts laid", RegexOptions.Singleline)]
    private static partial Regex LaidAfterEdit();

    // Moved into place whole, as editors do, so that the service never reads half a file.
    private void Write(string name, string text)
    {
        File.WriteAllText(_folder.File($"{name}.new"), text);
        File.Move(_folder.File($"{name}.new"), _folder.File(name), overwrite: true);
    }

    private void WriteSettings() => Write("appsettings.json", JsonSerializer.Serialize(new
    {
        DealBot = new
        {
            PublicBaseUrl = "https://deal.example.cn",
            Listen = "http://127.0.0.1:0",
            Posting = new { FreshMinutes = 5, PlanAheadHours = 1 },
            Networks = new
            {
                Jd = new
                {
                    Gateway = _jd.Gateway.AbsoluteUri,
                    LinkHosts = new[] { _jd.BaseAddress.Host },
                    EliteIds = new[] { 22, 25 },
                    Accounts = new { li = new { Account.AppKey, Account.AppSecret, UnionId = $"{Account.UnionId}", Account.SiteId, LinkApi = "bySubUnionId" } },
                },
            },
        },
        Serilog = new
        {
            MinimumLevel = new { Default = "Information", Override = new Dictionary<string, string> { ["Microsoft"] = "Warning", ["Microsoft.Hosting.Lifetime"] = "Information", ["Quartz"] = "Warning" } },
            WriteTo = new[] { new { Name = "Console" } },
        },
    }));
}
