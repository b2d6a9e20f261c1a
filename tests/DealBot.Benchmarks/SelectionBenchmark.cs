using System.Diagnostics;
using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Configuration;
using DealBot.Core.Groups;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;

namespace DealBot.Benchmarks;

/// <summary>
/// One group's slot chosen from a hundred thousand deals, with every rule: filters, words, what the group had lately and what is like it, with
/// the discount against prices seen over two months. Beside it a plain pass over the same list that knows only price and commission.
/// </summary>
internal static class SelectionBenchmark
{
    private const int Deals = 100_000;
    private const int Posted = 400;
    private const int Shown = 3_000;
    private const int Rounds = 25;
    private const int AimMilliseconds = 50;

    private static readonly string[] Makes = ["清风", "竹叶青", "山核", "暖阳", "蓝鲸", "北麓", "南湾", "晨曦", "锦里", "禾木", "鹿鸣", "云朵"];
    private static readonly string[] Things = ["保温杯", "洗衣液", "抽纸", "纯牛奶", "挂面", "毛巾", "台灯", "双肩包", "雨伞", "拖把", "电饭煲", "纸尿裤", "玉米油", "运动鞋", "收纳盒"];
    private static readonly string[] Traits = ["家用", "便携", "加厚", "大容量", "儿童", "整箱", "学生", "静音", "防滑", "可水洗", "经典款", "新款", "礼盒装"];
    private static readonly string[] Categories = ["家居日用", "零食饮料", "个护清洁", "粮油调味", "厨具", "数码家电", "母婴", "箱包", "运动", "图书"];

    public static Task RunAsync(ScratchFolder folder)
    {
        var now = new DateTimeOffset(2026, 6, 1, 1, 0, 0, TimeSpan.Zero);
        var prepared = Stopwatch.StartNew();
        CatalogEntry[] entries = [.. Enumerable.Range(0, Deals).Select(number => Entry(number, now))];
        prepared.Stop();
        var scope = () => new SelectionScope(Slot(now), Settings, History(entries, now), entries.Take(Shown).ToDictionary(entry => entry.Deal.Key, entry => 1 + (entry.Deal.Key.ItemId.Length % 9))) { Networks = new HashSet<string> { "jd", "pdd" } };
        var selector = new DealSelector(SelectionRules.All);

        List<double> selecting = [], plain = [], allocated = [];
        var processor = TimeSpan.Zero;
        DealSelection selection = null!;
        for (var round = 0; round <= Rounds; round++)
        {
            var (pass, _) = Time(() => PlainPass(entries));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = Environment.CpuUsage.TotalTime;
            var (select, result) = Time(() => selector.Select(entries, scope()));
            var used = Environment.CpuUsage.TotalTime - started;
            selection = result;
            if (round > 0)
            {
                selecting.Add(select);
                processor += used;
                plain.Add(pass);
                allocated.Add((GC.GetAllocatedBytesForCurrentThread() - before) / 1024.0);
            }
        }

        Console.WriteLine($"{Deals:N0} deals made ready once, with their prices of 60 days: {prepared.Elapsed.TotalMilliseconds:N0} ms");
        Console.WriteLine($"turned down: {string.Join(", ", selection.Rejections.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value:N0}"))}");
        Figures.Print($"a slot of three deals from all of them (aim: {AimMilliseconds} ms)", new Cost(Figures.Median(selecting) * 1_000, Figures.Median(allocated)));
        Figures.Print("  processor time of it, on average: what is left on a busy machine", new Cost(processor.TotalMicroseconds / Rounds, 0));
        Figures.Print("a plain pass over the same list", new Cost(Figures.Median(plain) * 1_000, 0));
        Figures.PrintRatio("  selection / plain pass", Figures.Median(selecting.Zip(plain, (select, pass) => select / pass)));
        return Task.CompletedTask;
    }

    private static (double Milliseconds, T Result) Time<T>(Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        var result = work();
        return (watch.Elapsed.TotalMilliseconds, result);
    }

    private static List<Deal> PlainPass(CatalogEntry[] entries) => [.. entries
        .Select(entry => entry.Deal)
        .Where(deal => deal.FinalPrice.Fen is >= 300 and <= 20_000 && deal.CommissionRate.BasisPoints >= 800 && deal.Category != "图书")
        .OrderByDescending(deal => deal.CommissionRate.BasisPoints * (1 + (deal.Saving.Fen / (double)deal.Price.Fen)))
        .Take(15)];

    private static CatalogEntry Entry(int number, DateTimeOffset now)
    {
        var random = new Random(number);
        var price = 500 + random.Next(30_000);
        var deal = new Deal
        {
            Key = new DealKey("jd", $"item{number:000000}"),
            MainSkuId = $"style{number / 2}",
            Title = $"{Pick(Makes, random)} {Pick(Traits, random)}{Pick(Things, random)} {Pick(Traits, random)} {Pick(Things, random)}伴侣 {random.Next(50, 3000)} 克 {random.Next(1, 24)} 件装",
            ShopName = "基准旗舰店",
            Category = Pick(Categories, random),
            Price = new Money(price),
            FinalPrice = new Money(price - (price * random.Next(60) / 100)),
            Coupon = random.Next(3) == 0 ? null : new Coupon(new Money(200), Money.Zero, "https://coupon.example/", now.AddDays(-1), now.AddHours(random.Next(2, 200))),
            CommissionRate = new Rate(random.Next(200, 4_000)),
            GoodReviews = new Rate(random.Next(8_500, 10_000)),
            Sales30Days = random.Next(20_000),
            MaterialUrl = "https://item.jd.com/1.html",
            SeenAt = now.AddMinutes(-20),
        };
        var today = PriceDay.NumberOf(now);
        var prices = PriceHistory.Of(Enumerable.Range(1, 60).Reverse().Select(ago => new PriceDay(today - ago, new Money(deal.FinalPrice.Fen + (ago / 6 % 3 * 300)))));
        return CatalogEntry.Of(deal, prices, PriceFacts.Of(prices, deal.FinalPrice, today, 30));
    }

    private static List<PostedDeal> History(CatalogEntry[] entries, DateTimeOffset now) => [.. Enumerable.Range(0, Posted)
        .Select(number => entries[number * 211].Deal)
        .Select((deal, number) => new PostedDeal("g", deal.Key, deal.MainSkuId, deal.Title, deal.Category, now.AddMinutes(-10 * number)))];

    private static SelectionSettings Settings { get; } = new();

    private static Slot Slot(DateTimeOffset at) => new(
        new Group { Id = "g", Name = "基准群", Owner = "o", Adapter = "preview", Address = "g", Audience = "a", Schedule = "s" },
        at,
        new SlotPlan
        {
            Audience = new Audience { Id = "a", Name = "邻里", Categories = new Dictionary<string, double> { ["母婴"] = 2, ["运动"] = 0.5 } },
            Deals = 3,
            Filter = new DealFilter
            {
                MinPrice = new Money(300),
                MaxPrice = new Money(20_000),
                MinCommissionPercent = Rate.FromPercent(8),
                MinGoodReviewsPercent = Rate.FromPercent(90),
                CouponHours = 6,
                RepeatDays = 3,
                ExcludedCategories = ["图书"],
                ExcludedWords = ["礼盒", "二手", "临期", "样品"],
            }.Over(DealFilter.Default),
            Copy = "copy/default.sbn-txt",
            Poster = null,
        });

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];
}
