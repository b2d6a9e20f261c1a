using System.CommandLine;
using DealBot.Contracts;
using DealBot.Host.Settings;
using DealBot.Storage.Backups;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot restore FILE</c>: puts a backup in the place of the database, which is kept aside.</summary>
internal static class RestoreCommand
{
    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        var file = new Argument<string>("FILE") { Description = language == Language.English ? "a backup, or a database file such as dealbot.db.schema-1.bak" : "备份文件，或数据库文件，例如 dealbot.db.schema-1.bak" };
        var command = CommandLine.Verb("restore", language, "从备份恢复；服务要先停，原来的数据库改名保留", "restore from a backup; the service must be stopped, the former database is kept under another name", context, (command, parsed, _) =>
            Task.FromResult(StorageSettings.With(command, settings => Run(command, settings, parsed.GetValue(file)!))));
        command.Add(file);
        return command;
    }

    private static int Run(CommandContext context, HostSettings settings, string file)
    {
        if (!File.Exists(file))
        {
            context.Error(context.Say($"找不到 {file}", $"{file} not found"));
            return ExitCodes.Fault;
        }

        var now = TimeProvider.System.GetUtcNow();
        var result = LongWork.Do(context, context.Say("恢复", "restoring"), progress => Restore.Run(file, settings.Storage.Path, now, progress));
        context.Line(context.Say($"已恢复 {settings.Storage.Path}", $"restored {settings.Storage.Path}"));
        if (result.Manifest is { } manifest)
        {
            context.Line(BackupCommand.Describe(context, manifest));
        }

        if (result.Aside is { } aside)
        {
            context.Line(context.Say($"原来的数据库保留在 {aside}", $"the former database is kept as {aside}"));
        }

        SayWhatFollows(context, result);
        return ExitCodes.Done;
    }

    private static void SayWhatFollows(CommandContext context, RestoreResult result)
    {
        var since = result.Manifest is { } manifest ? BackupCommand.At(manifest.At) : context.Say("备份", "the copy");
        if (result.Skipped + result.Unknown > 0)
        {
            context.Line(context.Say(
                $"备份时还没发完的推送 {result.Skipped + result.Unknown} 条可能已经发过，不再发",
                $"{result.Skipped + result.Unknown} posts that were open in the backup may have gone out since and are not sent again"));
        }

        context.Line(context.Say(
            $"从 {since} 到现在的时刻都不补发，免得群里收到两遍",
            $"slots from {since} until now are not posted, so that no group sees them twice"));
        context.Line(context.Say(
            "这段时间的订单启动后会自动重新同步（最多 90 天）；这段时间的点击和推送记录没有了，其间发出的链接会打不开",
            "orders of that time are fetched again after the start (up to 90 days); clicks and posts of that time are lost, and links posted in it lead nowhere"));
        context.Line(context.Say(
            "这段时间用 dealbot payout 记的付款、用 dealbot claim 认领的订单不在账上，要重新记一遍，否则付过的还会算作应付",
            "payouts recorded and orders claimed in that time are not in the books: record them again, else what was paid counts as payable still"));
        context.Line(context.Say(
            "群的暂停也回到备份时的样子：之后才暂停的群会照常推送，之后恢复的又停着；用 dealbot groups 核对",
            "pauses of groups are those of the backup: a group paused since is posted to, one resumed since is paused; dealbot groups shows which"));
    }
}
