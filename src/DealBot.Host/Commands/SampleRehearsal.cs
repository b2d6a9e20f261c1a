using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Metrics;
using DealBot.Core.Posting;
using DealBot.Host.Rehearsal;
using DealBot.Templating;

namespace DealBot.Host.Commands;

/// <summary>A small rehearsal that never took place, for templates of <c>reports/</c>.</summary>
internal static class SampleRehearsal
{
    private static readonly DateTimeOffset Morning = new(2026, 6, 18, 8, 30, 0, TimeSpan.FromHours(8));

    public static TemplateObject Model(Group group, Owner owner, Audience audience) =>
        RehearsalModel.Of(Result(group, owner, audience), _ => "posters/sample.jpg", Language.Chinese);

    public static RehearsalResult Result(Group group, Owner owner, Audience audience) => new()
    {
        Request = new RehearsalRequest(new DateOnly(2026, 6, 18), 1, "out/rehearsal", 1, "config", "templates"),
        Configuration = new DealBotConfiguration { Owners = [owner], Groups = [group], Schedules = [], Audiences = [audience] },
        Posts = [Skipped(group, owner)],
        Figures = new Dictionary<string, Figures> { [group.Id] = new(2, 31, 20, 4, Money.FromYuan(99.6m), Money.FromYuan(14.94m)) },
        Messages =
        [
            new ChatMessage(group.Adapter, group.Address, Morning, null, new byte[] { 1 }),
            new ChatMessage(group.Adapter, group.Address, Morning, "早上好，翻到一个好价 https://deal.example.cn/g/7kq2mzp4xw3", default),
            new ChatMessage(owner.Digest.Adapter, owner.Digest.Address, Morning.AddHours(13), null, new byte[] { 2 }),
            new ChatMessage(owner.Digest.Adapter, owner.Digest.Address, Morning.AddHours(13), "今天 4 单", default),
        ],
        NetworkOrders = 4,
        NetworkCommission = Money.FromYuan(14.94m),
        Elapsed = TimeSpan.FromSeconds(8),
    };

    private static ArchivedPost Skipped(Group group, Owner owner) => new()
    {
        PostId = "sample",
        Kind = "slot",
        GroupId = group.Id,
        OwnerId = owner.Id,
        Adapter = group.Adapter,
        Address = group.Address,
        DueAt = Morning.AddHours(1),
        PlannedAt = Morning.AddHours(1),
        SentAt = null,
        State = "skipped",
        Reason = new Phrase("没有符合要求的商品", "no deal fits"),
        Messages = [],
        Deals = [],
        Considered = 120,
        Rejections = "{}",
        AdLawFlags = "",
    };
}
