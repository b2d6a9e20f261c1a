using System.Data.Common;
using System.Text.Json;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Host.Composition;
using DealBot.Host.Plugins;
using DealBot.Host.Secrets;
using DealBot.Host.Settings;
using DealBot.Storage;
using DealBot.Storage.Sqlite;
using Serilog.Core;
using Spectre.Console;

namespace DealBot.Host.Commands;

/// <summary>What every command has: the reader's language, where the settings are, and where to write.</summary>
public sealed class CommandContext(Language language, string settingsPath)
{
    private const int WidthOfFiles = 4096;

    public Language Language => language;

    public IAnsiConsole Out { get; } = Open();

    /// <summary>Keeps secrets out of what is written; knows them once the settings are read.</summary>
    public SecretMask Secrets { get; private set; } = new();

    public string Say(string zh, string en) => language == Language.English ? en : zh;

    /// <summary>Writes a line to standard output as it is.</summary>
    public void Line(string text) => Out.Profile.Out.Writer.WriteLine(Secrets.Apply(text));

    /// <summary>Writes a line to standard error, red where a person looks on. Never wrapped, so that it can be searched for.</summary>
    public void Error(string text)
    {
        var safe = Secrets.Apply(text);
        Console.Error.WriteLine(Console.IsErrorRedirected ? safe : $"\u001b[31m{safe}\u001b[0m");
    }

    public void Error(Phrase phrase) => Error(phrase.In(language));

    internal void Error(IEnumerable<FaultLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.IsDetail)
            {
                Console.Error.WriteLine(Secrets.Apply(line.Text));
            }
            else
            {
                Error(line.Text);
            }
        }
    }

    public int Fail(IReadOnlyList<ConfigurationFault> faults)
    {
        foreach (var fault in faults)
        {
            Error(fault.In(language));
        }

        Error(Say($"配置有 {faults.Count} 处错误", faults.Count == 1 ? "1 fault in the configuration" : $"{faults.Count} faults in the configuration"));
        return ExitCodes.Fault;
    }

    /// <summary>Says that there is no such group, and which there are.</summary>
    public int NoGroup(string group, DealBotConfiguration configuration)
    {
        var known = string.Join(' ', configuration.Groups.Select(one => one.Id));
        Error(Say($"没有群 {group}，有的是：{known}", $"no group {group}; there are: {known}"));
        return ExitCodes.Fault;
    }

    /// <summary>Says that there is no such owner, and which there are.</summary>
    public int NoOwner(string owner, DealBotConfiguration configuration)
    {
        var known = string.Join(' ', configuration.Owners.Select(one => one.Id));
        Error(Say($"没有群主 {owner}，有的是：{known}", $"no owner {owner}; there are: {known}"));
        return ExitCodes.Fault;
    }

    /// <summary>Settings layered from file and environment; null after saying what is wrong.</summary>
    public IConfigurationRoot? ReadSettings()
    {
        try
        {
            var configuration = SettingsLoader.Read(settingsPath);
            Secrets = SecretMask.Of(configuration);
            return configuration;
        }
        catch (FileNotFoundException)
        {
            Error(Say(
                $"找不到 {settingsPath}。先执行 cp appsettings.example.json appsettings.json 再填写，或用 --settings 指定",
                $"{settingsPath} not found: copy appsettings.example.json to appsettings.json and fill it in, or name one with --settings"));
        }
        catch (InvalidDataException exception)
        {
            var place = PlaceOf(exception);
            Error(Say(
                $"{settingsPath} 不是完整的 JSON{place?.Zh}。检查引号、逗号和括号",
                $"{settingsPath} is not valid JSON{place?.En}: check quotes, commas and brackets"));
        }

        return null;
    }

    /// <summary>Opens the log as the settings say; null after saying what is wrong with them.</summary>
    public Logger? OpenLog(IConfiguration configuration)
    {
        try
        {
            return Logging.Create(configuration, Secrets);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException)
        {
            Error(Say($"{settingsPath} $.Serilog: 日志配置有误（{exception.Message}）", $"{settingsPath} $.Serilog: bad log settings ({exception.Message})"));
            return null;
        }
    }

    /// <summary>Takes the database for one service alone; null after saying why it can't be had.</summary>
    public ServiceLock? HoldDatabase(IConfiguration configuration)
    {
        var (settings, faults) = SettingsLoader.Bind(configuration);
        if (settings is null)
        {
            Fail(faults);
            return null;
        }

        var path = settings.Storage.Path;
        try
        {
            if (ServiceLock.TryTake(path) is { } hold)
            {
                return hold;
            }

            Error(Say(
                $"另一个 dealbot run 正在使用 {path}。同一个数据库同时只能有一个服务：先停掉它，或在 Storage.Path 另填一个文件",
                $"another dealbot run is using {path}. A database serves one service at a time: stop the other, or name another file in Storage.Path"));
        }
        catch (StorageFaultException exception)
        {
            Error(exception.Reason);
        }

        return null;
    }

    /// <summary>Load → validate: what the service stands on, or null after naming every fault.</summary>
    public async Task<Foundation?> LayFoundationAsync(IConfiguration configuration, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var (settings, faults) = SettingsLoader.Bind(configuration);
        if (settings is null)
        {
            Fail(faults);
            return null;
        }

        return await LayFoundationAsync(settings, TimeProvider.System, loggers, seeds: null, cancellationToken);
    }

    /// <summary>The same from settings that are checked already.</summary>
    public async Task<Foundation?> LayFoundationAsync(
        HostSettings settings, TimeProvider time, ILoggerFactory loggers, RehearsalSeeds? seeds, CancellationToken cancellationToken)
    {
        try
        {
            // Before any code of a plugin runs, which may log.
            Secrets.Add(PluginFolder.Secrets(settings));
            var (foundation, faults) = await Foundation.LayAsync(settings, time, loggers, seeds, cancellationToken);
            if (foundation is null)
            {
                Fail(faults);
            }

            Secrets.Add(foundation?.Keys.Texts ?? []);
            return foundation;
        }
        catch (StorageFaultException exception)
        {
            Error(exception.Reason);
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            Error(Say($"打不开数据库 {settings.Storage.Path}：{exception.Message}", $"can't open the database {settings.Storage.Path}: {exception.Message}"));
        }

        return null;
    }

    /// <summary>Where a file stops being JSON, if the reader knows.</summary>
    private static Phrase? PlaceOf(Exception? exception) => exception switch
    {
        null => null,
        JsonException { LineNumber: { } line } => new Phrase($"（第 {line + 1} 行）", $" (line {line + 1})"),
        _ => PlaceOf(exception.InnerException),
    };

    private static IAnsiConsole Open()
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            // A file has no width; a row of a table in it is one line.
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }
}
