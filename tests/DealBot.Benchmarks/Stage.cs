using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;
using DealBot.Host.Composition;
using DealBot.Host.Settings;
using DealBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Benchmarks;

/// <summary>The service's foundation in a scratch folder, with one owner, preview groups, and nobody to call.</summary>
internal static class Stage
{
    public static async Task<Foundation> OpenAsync(ScratchFolder folder, string name, int groups = 1)
    {
        var config = folder.Path($"{name}-config");
        Directory.CreateDirectory(config);
        Write(config, OwnersFile.Name, """{ "owners": [{ "id": "o", "name": "O", "networkAccounts": { "jd": "main" }, "digest": { "at": "21:00", "adapter": "preview", "address": "o" } }] }""");
        Write(config, GroupsFile.Name, $$"""{ "groups": [{{string.Join(',', Enumerable.Range(0, groups).Select(number => GroupOf(groups == 1 ? "g" : $"g{number:000}")))}}] }""");
        Write(config, SchedulesFile.Name, """{ "schedules": [{ "id": "s", "rules": [{ "at": ["09:00"] }] }] }""");
        Write(config, AudiencesFile.Name, """{ "audiences": [{ "id": "a", "name": "邻里" }] }""");
        var settings = new HostSettings
        {
            Listen = "http://127.0.0.1:0",
            ConfigDirectory = config,
            TemplateDirectory = "templates",
            Storage = new StorageOptions { Path = folder.Path($"{name}/dealbot.db") },
            Networks = new NetworkSettings { Jd = new() { Accounts = new Dictionary<string, Networks.Jd.JdAccount> { ["main"] = new() { AppKey = "bench", AppSecret = "bench-secret", UnionId = "1", SiteId = "1" } } } },
        };
        var (foundation, faults) = await Foundation.LayAsync(settings, TimeProvider.System, NullLoggerFactory.Instance, seeds: null, CancellationToken.None);
        return foundation ?? throw new InvalidOperationException(string.Join('\n', faults.Select(fault => fault.In(Language.English))));
    }

    private static string GroupOf(string id) =>
        $$"""{ "id": "{{id}}", "name": "基准群", "owner": "o", "adapter": "preview", "address": "{{id}}", "audience": "a", "schedule": "s" }""";

    public static Deal Deal(int number) => new()
    {
        Key = new DealKey("jd", $"item{number:000000}"),
        Title = $"{Words[number % Words.Length]}{Words[number / 7 % Words.Length]} 家用实惠装 {number % 900} 克",
        ShopName = "基准旗舰店",
        Category = Categories[number % Categories.Length],
        Price = new Money(4990 + (number % 100)),
        FinalPrice = new Money(2490 + (number % 100)),
        Coupon = new Coupon(new Money(2500), new Money(4900), "https://coupon.example/", null, DateTimeOffset.MaxValue.AddYears(-1)),
        CommissionRate = Rate.FromPercent(10 + (number % 20)),
        GoodReviews = Rate.FromPercent(95 + (number % 5)),
        Sales30Days = number * 13 % 20_000,
        MaterialUrl = "https://item.jd.com/1.html",
        SeenAt = TimeProvider.System.GetUtcNow(),
    };

    public static PlannedPost Post(Foundation foundation, IReadOnlyList<string> codes)
    {
        var group = foundation.Configuration.Current.Groups[0];
        var slot = new Slot(group, foundation.Time.GetUtcNow(), SlotPlan.Resolve(foundation.Configuration.Current, group, null, null));
        return new PlannedPost
        {
            PostId = slot.PostId,
            Kind = PostKind.Slot,
            GroupId = group.Id,
            OwnerId = group.Owner,
            Adapter = group.Adapter,
            Address = group.Address,
            DueAt = slot.At,
            ExpiresAt = slot.At.AddMinutes(20),
            Messages = [StoredMessage.OfText("bench")],
            Deals = [.. codes.Select((code, number) => new PlannedDeal(Deal(number), null, code, new TrackingLink(new Uri("https://u.jd.com/bench"), new Tracking("g_x", null), null)))],
        };
    }

    private static readonly string[] Words = ["清风", "竹叶", "山核桃", "保温杯", "洗衣液", "抽纸", "牛奶", "面条", "毛巾", "台灯", "书包", "雨伞", "拖把"];

    private static readonly string[] Categories = ["家居日用", "零食饮料", "个护清洁", "粮油调味", "厨具", "数码家电"];

    private static void Write(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
