using System.CommandLine;
using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot resend</c>: sends what was not sent of a post, or may not have been; without a post, lists those it can be done for.</summary>
internal static class ResendCommand
{
    /// <summary>Older posts are listed no more; named, they are still sent again.</summary>
    private static readonly TimeSpan ListedFor = TimeSpan.FromDays(7);

    private const int LongestWords = 40;

    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var post = new Argument<string?>("post")
        {
            Description = Say("推送编号，例如 mama-a_20260618T012000；不写则列出可以补发的", "post id, for example mama-a_20260618T012000; if left out, those that can be sent again are listed"),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = CommandLine.Verb("resend", language, "补发一条不知道到没到、或没发出去的推送", "send a post again that may not have arrived, or failed", context, (command, parsed, token) =>
            RunAsync(command, parsed.GetValue(post), token));
        command.Add(post);
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string? postId, CancellationToken cancellationToken)
    {
        await using var service = await CommandService.OpenAsync(context, NullLoggerFactory.Instance, cancellationToken);
        return service is null ? ExitCodes.Fault
            : postId is null ? await ListAsync(context, service, cancellationToken)
            : await ResendAsync(context, service, postId, cancellationToken);
    }

    private static async Task<int> ListAsync(CommandContext context, CommandService service, CancellationToken cancellationToken)
    {
        var since = service.Get<TimeProvider>().GetUtcNow() - ListedFor;
        var posts = await service.Get<IPostResends>().ListAsync(since, cancellationToken);
        if (posts.Count == 0)
        {
            context.Line(context.Say("最近 7 天没有需要补发的推送", "nothing of the last 7 days needs to be sent again"));
            return ExitCodes.Done;
        }

        foreach (var post in posts)
        {
            Describe(context, service.Get<LiveConfiguration>().Current, post);
        }

        context.Line(context.Say("补发：dealbot resend 编号", "to send one again: dealbot resend POST"));
        return ExitCodes.Done;
    }

    private static async Task<int> ResendAsync(CommandContext context, CommandService service, string postId, CancellationToken cancellationToken)
    {
        var resends = service.Get<IPostResends>();
        if (await resends.FindAsync(postId, cancellationToken) is not { } post)
        {
            context.Error(context.Say($"没有推送 {postId}，dealbot resend 列出可以补发的", $"no post {postId}; dealbot resend lists those that can be sent again"));
            return ExitCodes.Fault;
        }

        var now = service.Get<TimeProvider>().GetUtcNow();
        var fresh = TimeSpan.FromMinutes(service.Get<PostingOptions>().FreshMinutes);
        if (!post.CanBeResent || !await resends.ResendAsync(post, now, now + fresh, cancellationToken))
        {
            context.Error(Refusal(post));
            return ExitCodes.Fault;
        }

        Announce(context, post);
        await service.Get<Dispatcher>().RunAsync(cancellationToken);
        return await ReportAsync(context, resends, postId, cancellationToken);
    }

    private static void Announce(CommandContext context, ResendablePost post)
    {
        context.Line(context.Say($"补发 {post.PostId}，共 {post.Unsent.Count} 条消息：", $"sending {post.PostId} again, {post.Unsent.Count} messages:"));
        foreach (var message in post.Unsent)
        {
            context.Line("  " + Words(context, message));
        }

        if (post.State == PostState.Unknown)
        {
            context.Line(context.Say("第一条上次可能已经到了：群里也许会看到两次", "the first of them may have arrived before: the group may see it twice"));
        }
    }

    /// <summary>What became of it, as far as that is known now: the service may be sending it this moment.</summary>
    private static async Task<int> ReportAsync(CommandContext context, IPostResends resends, string postId, CancellationToken cancellationToken)
    {
        var after = (await resends.FindAsync(postId, cancellationToken))!;
        switch (after.State)
        {
            case PostState.Sent:
                context.Line(context.Say("已发送", "sent"));
                return ExitCodes.Done;
            case PostState.Awaiting:
                context.Line(context.Say($"任务已建好，等你确认：{after.Reason?.Zh}", $"taken as a task that waits for your confirmation: {after.Reason?.En}"));
                return ExitCodes.Done;
            case PostState.Planned or PostState.Leased or PostState.Sending:
                context.Line(context.Say("已排进队列，轮到时发送", "planned; it goes out when its turn comes"));
                return ExitCodes.Done;
            default:
                context.Error(context.Say($"没有发出去（{StateOf(context, after.State)}）：{after.Reason?.Zh}", $"not sent ({StateOf(context, after.State)}): {after.Reason?.En}"));
                return ExitCodes.Fault;
        }
    }

    private static Phrase Refusal(ResendablePost post) => post.State switch
    {
        PostState.Sent => new Phrase($"{post.PostId} 已经发送成功，不用补发", $"{post.PostId} was sent; there is nothing to send again"),
        PostState.Awaiting => new Phrase(
            $"{post.PostId} 的任务还在等你确认，确认了就会发，不要补发", $"{post.PostId} is a task that waits for your confirmation; once confirmed it goes out"),
        PostState.Skipped => new Phrase(
            $"{post.PostId} 当时没有做出内容（{post.Reason?.Zh}），没有可补发的。要现在发一条：dealbot post --group {post.GroupId}",
            $"{post.PostId} was never made ({post.Reason?.En}), so there is nothing to send again; to post now: dealbot post --group {post.GroupId}"),
        _ => new Phrase($"{post.PostId} 正在排队或发送，不用补发", $"{post.PostId} is planned or being sent; there is no need to send it again"),
    };

    /// <summary>A heading that can be copied from, then the reason and how the post begins: a table would break the id on a narrow terminal.</summary>
    private static void Describe(CommandContext context, DealBotConfiguration configuration, ResendablePost post)
    {
        var group = post.GroupId is { } id ? configuration.FindGroup(id) : null;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(group?.TimeZone ?? Group.DefaultTimeZone);
        var at = TimeZoneInfo.ConvertTime(post.PlannedAt, zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
        context.Line($"{post.PostId}  {at}  {StateOf(context, post.State)}  {group?.Name ?? post.Address}");
        if (post.Reason is { } reason)
        {
            context.Line("  " + reason.In(context.Language));
        }

        if (post.Unsent.FirstOrDefault(message => message.Text is not null) is { } message)
        {
            context.Line("  " + Words(context, message));
        }
    }

    private static string StateOf(CommandContext context, PostState state) => state switch
    {
        PostState.Unknown => context.Say("未确认", "unknown"),
        PostState.Failed => context.Say("失败", "failed"),
        PostState.Skipped => context.Say("过时未发", "skipped"),
        PostState.Awaiting => context.Say("待群主确认", "to be confirmed"),
        _ => $"{state}",
    };

    private static string Words(CommandContext context, StoredMessage message)
    {
        if (message.Text is not { } text)
        {
            return context.Say($"〔图片 {message.File}〕", $"[picture {message.File}]");
        }

        return TextLines.Shorten(text, LongestWords);
    }
}
