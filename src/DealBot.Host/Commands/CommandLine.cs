using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using DealBot.Contracts;

namespace DealBot.Host.Commands;

/// <summary>The command line: one class a verb, named after it.</summary>
public static class CommandLine
{
    /// <summary>How long a stop may take: long enough for a send under way to get its answer.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(60);

    private static readonly Option<string> Settings = new("--settings")
    {
        DefaultValueFactory = _ => "appsettings.json",
        Recursive = true,
    };

    private static readonly Option<string> Lang = new("--lang")
    {
        DefaultValueFactory = _ => "zh",
        Recursive = true,
    };

    /// <summary>Parses and runs.</summary>
    /// <param name="args">What the user typed.</param>
    /// <param name="run">The service itself, which <c>Program.cs</c> holds.</param>
    public static async Task<int> InvokeAsync(string[] args, Func<CommandContext, CancellationToken, Task<int>> run)
    {
        ArgumentNullException.ThrowIfNull(args);

        // Help texts are made while the tree is built, so the language must be known before parsing.
        var language = LanguageOf(args);
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == Language.English ? "en" : "zh-Hans");
        var parsed = Build(language, run).Parse(args);
        await using var help = new ChineseHelp(Console.Out);
        var invocation = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = StopTimeout,
            Output = language == Language.English ? Console.Out : help,
        };
        if (args.Length == 0)
        {
            await Build(language, run).Parse("--help").InvokeAsync(invocation);
            return ExitCodes.Usage;
        }

        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            return UsageFaults.Tell(parsed, language);
        }

        return await parsed.InvokeAsync(invocation);
    }

    internal static RootCommand Build(Language language, Func<CommandContext, CancellationToken, Task<int>> run)
    {
        Settings.Description = language == Language.English ? "path of appsettings.json" : "appsettings.json 的路径";
        Lang.Description = language == Language.English ? "language: zh (Chinese) or en" : "界面语言：zh 中文，en 英文（English）";
        Lang.AcceptOnlyFromAmong("zh", "en");
        var context = (ParseResult parsed) => new CommandContext(language, parsed.GetValue(Settings)!);
        var root = new RootCommand(language == Language.English
            ? "DealBot picks affiliate deals, writes copy, draws posters, posts them to chat groups, counts clicks and orders, reports daily."
            : "DealBot：选品、写文案、做海报、发群、统计点击和订单、每天出日报")
        {
            Settings,
            Lang,
            Verb("run", language, "启动服务", "run the service", context, (command, _, token) => run(command, token), ExitCodes.Done),
            RehearseCommand.Create(language, context),
            CheckCommand.Create(language, context),
            RenderCommand.Create(language, context),
            PlanCommand.Create(language, context),
            PostCommand.Create(language, context),
            ResendCommand.Create(language, context),
            DigestCommand.Create(language, context),
            AccountsCommand.Create(language, context),
            GroupsCommand.Create(language, context),
            OrdersCommand.Create(language, context),
            ClaimCommand.Create(language, context),
            RecountCommand.Create(language, context),
            StatementCommand.Create(language, context),
            PayoutCommand.Create(language, context),
            LedgerCommand.Create(language, context),
            SchemaCommand.Create(language, context),
            StatusCommand.Create(language, context),
            MeCommand.Create(language, context),
            BackupCommand.Create(language, context),
            RestoreCommand.Create(language, context),
        };

        // The library's Chinese lacks this one line.
        root.Options.OfType<HelpOption>().Single().Description = language == Language.English ? "show help" : "显示帮助";
        return root;
    }

    /// <summary>A verb with its action.</summary>
    internal static Command Verb(
        string name,
        Language language,
        string zh,
        string en,
        Func<ParseResult, CommandContext> context,
        Func<CommandContext, ParseResult, CancellationToken, Task<int>> act,
        int stopped = ExitCodes.Fault)
    {
        var command = new Command(name, language == Language.English ? en : zh);
        command.SetAction((parsed, token) => ActAsync(() => act(context(parsed), parsed, token), stopped, token));
        return command;
    }

    /// <summary>Asked to stop in the middle of its work, a verb ends without a word.</summary>
    private static async Task<int> ActAsync(Func<Task<int>> act, int stopped, CancellationToken cancellationToken)
    {
        // System.CommandLine can wait for what is under way only once it holds the task; until then a signal ends the process at once.
        await Task.Yield();
        try
        {
            return await act();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return stopped;
        }
    }

    private static Language LanguageOf(string[] args)
    {
        var index = Array.IndexOf(args, "--lang");
        return (index >= 0 && index + 1 < args.Length && args[index + 1] == "en") || args.Contains("--lang=en") ? Language.English : Language.Chinese;
    }
}
