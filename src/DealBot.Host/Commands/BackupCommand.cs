using System.CommandLine;
using System.Globalization;
using DealBot.Contracts;
using DealBot.Host.Settings;
using DealBot.Storage.Backups;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot backup FILE</c>: everything that must not be lost in one file, while the service runs or not.</summary>
internal static class BackupCommand
{
    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var file = new Argument<string>("FILE") { Description = Say("备份写到哪个文件；给目录就按时间起名", "file to write; for a folder, a name is made from the time") };
        var force = new Option<bool>("--force") { Description = Say("文件已存在就覆盖", "replace a file that is there") };
        var command = CommandLine.Verb("backup", language, "备份数据库和未发的海报，服务运行时也可以", "back up the database and pictures not yet sent, even while the service runs", context, (command, parsed, token) =>
            Task.FromResult(StorageSettings.With(command, settings => Run(command, settings, parsed.GetValue(file)!, parsed.GetValue(force), token))));
        command.Add(file);
        command.Add(force);
        return command;
    }

    private static int Run(CommandContext context, HostSettings settings, string file, bool force, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var target = Directory.Exists(file) ? Path.Combine(file, $"dealbot-{now.ToLocalTime().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.zip") : Path.GetFullPath(file);
        if (File.Exists(target) && !force)
        {
            context.Error(context.Say($"{target} 已存在，加 --force 才覆盖", $"{target} is there already; --force replaces it"));
            return ExitCodes.Fault;
        }

        if (Path.GetDirectoryName(target) is { } folder && !Directory.Exists(folder))
        {
            context.Error(context.Say($"没有目录 {folder}，先建好再备份", $"there is no folder {folder}: make it first"));
            return ExitCodes.Fault;
        }

        if (!File.Exists(settings.Storage.Path))
        {
            context.Error(context.Say($"没有数据库 {settings.Storage.Path}，没什么可备份的", $"there is no database {settings.Storage.Path} to back up"));
            return ExitCodes.Fault;
        }

        var manifest = LongWork.Do(context, context.Say("备份", "backing up"), progress => Backup.Write(settings.Storage.Path, target, now, progress, cancellationToken));
        context.Line($"{target}  {Size(new FileInfo(target).Length)}");
        context.Line(Describe(context, manifest));
        context.Line(context.Say("备份里有生成链接用的密钥，像密码一样保管，别发给别人", "the backup holds the key of links: keep it as you keep secrets"));
        return ExitCodes.Done;
    }

    public static string Describe(CommandContext context, BackupManifest manifest)
    {
        var latest = manifest.LatestSent is { } sent ? context.Say($"最近一条 {At(sent)} 发出", $"the latest sent {At(sent)}") : context.Say("还没有发出过", "none sent yet");
        var pictures = manifest.Files.Count - 1;
        return context.Say(
            $"截至 {At(manifest.At)}：推送 {manifest.Posts} 条（含待发的，{latest}），点击 {manifest.Clicks} 次，订单 {manifest.Orders} 行，附带文件 {pictures} 个",
            $"until {At(manifest.At)}: {manifest.Posts} posts (also those to come; {latest}), {manifest.Clicks} clicks, {manifest.Orders} order rows, {pictures} other files");
    }

    public static string At(DateTimeOffset moment) => moment.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{(bytes < 1_048_576 ? bytes / 1024.0 : bytes / 1_048_576.0):0.0} {(bytes < 1_048_576 ? "KB" : "MB")}");
}
