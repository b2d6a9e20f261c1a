using System.CommandLine;
using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using DealBot.Core.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot post</c>: one post to one group, now.</summary>
internal static class PostCommand
{
    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var group = new Option<string>("--group") { Description = Say("群编号", "group id"), Required = true };
        var deal = new Option<string?>("--deal") { Description = Say("商品，例如 jd:100012043978；不写则自动选品", "deal, for example jd:100012043978; chosen if left out") };
        var dryRun = new Option<bool>("--dry-run") { Description = Say("只看不发", "show, do not send") };
        var command = CommandLine.Verb("post", language, "马上发一条", "post once, now", context, (command, parsed, token) =>
            RunAsync(command, parsed.GetRequiredValue(group), parsed.GetValue(deal), parsed.GetValue(dryRun), token));
        command.Add(group);
        command.Add(deal);
        command.Add(dryRun);
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string groupId, string? deal, bool dryRun, CancellationToken cancellationToken)
    {
        DealKey? named = null;
        if (deal is not null)
        {
            if (!DealKey.TryParse(deal, out var key))
            {
                context.Error(context.Say($"--deal {deal} 不是商品编号，应为 jd:100012043978 这样的格式", $"--deal {deal} is no deal; write it like jd:100012043978"));
                return ExitCodes.Usage;
            }

            named = key;
        }

        await using var service = await CommandService.OpenAsync(context, NullLoggerFactory.Instance, cancellationToken);
        if (service is null)
        {
            return ExitCodes.Fault;
        }

        var live = service.Get<LiveConfiguration>();
        if (live.Current.FindGroup(groupId) is not { } group)
        {
            return context.NoGroup(groupId, live.Current);
        }

        if (!await FillCatalogAsync(context, service, cancellationToken))
        {
            return ExitCodes.Fault;
        }

        if (named is { } wanted && service.Get<DealCatalog>().Find(wanted) is null)
        {
            context.Error(context.Say($"选品库里没有 {wanted}：最近 {DealCatalog.Freshness.TotalHours:0} 小时内联盟没有列出它", $"{wanted} is not in the catalog: no network listed it within {DealCatalog.Freshness.TotalHours:0} hours"));
            return ExitCodes.Fault;
        }

        var slot = live.Calendar.Extra(group, service.Get<TimeProvider>().GetUtcNow());
        return dryRun
            ? Show(context, service, slot, await service.Get<SlotPoster>().PrepareAsync(slot, named, cancellationToken))
            : await SendAsync(context, service, await service.Get<SlotPoster>().PostAsync(slot, PostKind.Manual, named, mayDefer: false, cancellationToken), cancellationToken);
    }

    private static async Task<bool> FillCatalogAsync(CommandContext context, CommandService service, CancellationToken cancellationToken)
    {
        var catalog = service.Get<DealCatalog>();
        await catalog.RefreshAsync(cancellationToken);
        if (catalog.Entries.Count == 0)
        {
            Console.Error.WriteLine(context.Say("选品库是空的，先同步一次……", "the catalog is empty; syncing first …"));
            await service.Get<CatalogSync>().RunAsync(cancellationToken);
        }

        if (catalog.Entries.Count == 0)
        {
            context.Error(context.Say("联盟没有返回任何商品，请运行 dealbot check 查看原因", "the networks returned no deals; dealbot check says why"));
        }

        return catalog.Entries.Count > 0;
    }

    private static int Show(CommandContext context, CommandService service, Slot slot, PreparedPost prepared)
    {
        if (prepared.Rendered is RenderedPost.Refused refused)
        {
            context.Error(refused.Reason.Text);
            return ExitCodes.Fault;
        }

        var messages = ((RenderedPost.Ready)prepared.Rendered).Messages;
        foreach (var message in messages)
        {
            context.Line(Words(context, message));
        }

        var adapter = service.Get<PostingScope>().Adapters[slot.Group.Adapter];
        return WireCalls.Write(context, adapter, messages.Select((message, index) => new SendRequest($"{slot.PostId}.{index}", slot.Group.Address, message.Open(service.Get<PictureFiles>()))));
    }

    /// <summary>A message as a person reads it.</summary>
    private static string Words(CommandContext context, StoredMessage message)
    {
        var picture = message.File is null ? null : context.Say($"〔图片 {message.File}〕", $"[picture {message.File}]");
        return string.Join('\n', new[] { picture, message.Text, message.Description, message.Url }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static async Task<int> SendAsync(CommandContext context, CommandService service, SlotOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is not SlotOutcome.Planned planned)
        {
            context.Error(outcome is SlotOutcome.Skipped skipped ? skipped.Post.Reason.Text : new Phrase("这一刻已经发过", "posted this very moment already"));
            return ExitCodes.Fault;
        }

        await service.Get<Dispatcher>().RunAsync(cancellationToken);
        var post = (await service.Get<IPostArchive>().ListAsync(planned.Post.DueAt, planned.Post.DueAt.AddMilliseconds(1), cancellationToken))
            .First(post => post.PostId == planned.Post.PostId);
        if (post.State == "sent")
        {
            context.Line(context.Say($"已发送：{post.Deals[0].Title}", $"sent: {post.Deals[0].Title}"));
            return ExitCodes.Done;
        }

        if (post.State == "awaiting")
        {
            context.Line(context.Say($"任务已建好，等群主确认：{post.Reason?.Zh}", $"taken as a task that waits for the owner's confirmation: {post.Reason?.En}"));
            return ExitCodes.Done;
        }

        context.Error(context.Say($"没有发出去（{post.State}）：{post.Reason?.Zh ?? "稍后会再试"}", $"not sent ({post.State}): {post.Reason?.En ?? "to be tried again later"}"));
        return ExitCodes.Fault;
    }
}
