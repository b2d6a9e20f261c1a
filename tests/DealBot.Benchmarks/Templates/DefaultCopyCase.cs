using BenchmarkDotNet.Attributes;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Rendering;
using DealBot.Core.Scheduling;
using DealBot.Templating;

namespace DealBot.Benchmarks.Templates;

/// <summary>The project's own default copy, with the parts that it includes and a deal's real model. There is no Handlebars version of it.</summary>
public class DefaultCopyCase
{
    private const string Name = "copy/default.sbn-txt";

    private readonly TemplateRenderer _renderer = new(new TemplateLibrary("templates"), TimeProvider.System);
    private readonly Deal _deal = Stage.Deal(1);
    private readonly Slot _slot = SlotOfToday();

    [Benchmark]
    public string DealBot() => _renderer.Render(
        Name, DealModel.OfPost(_slot, [DealModel.Of(_deal, "https://deal.example.cn/g/7kq2mzp4xw3", null)]), CancellationToken.None);

    private static Slot SlotOfToday()
    {
        var audience = new Audience { Id = "a", Name = "邻里" };
        var group = new Group { Id = "g", Name = "基准群", Owner = "o", Adapter = "preview", Address = "g", Audience = audience.Id, Schedule = "s" };
        var plan = new SlotPlan { Audience = audience, Deals = 1, Filter = DealFilter.Default, Copy = Name, Poster = null };
        return new Slot(group, new DateTimeOffset(2026, 6, 18, 8, 30, 0, TimeSpan.FromHours(8)), plan);
    }
}
