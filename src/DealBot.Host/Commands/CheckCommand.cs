using System.CommandLine;
using DealBot.Contracts;
using DealBot.Core.Rendering;
using DealBot.Host.Composition;
using DealBot.Imaging.Rasterizing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot check</c>: validates configuration and templates, tries each adapter and network, names every fault.</summary>
internal static class CheckCommand
{
    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        var offline = new Option<bool>("--offline") { Description = language == Language.English ? "do not call networks and adapters" : "不连接联盟和聊天平台" };
        var command = CommandLine.Verb("check", language, "检查配置、模板、联盟和适配器", "check configuration, templates, networks and adapters", context, (command, parsed, token) =>
            RunAsync(command, parsed.GetValue(offline), token));
        command.Add(offline);
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, bool offline, CancellationToken cancellationToken)
    {
        if (context.ReadSettings() is not { } configuration)
        {
            return ExitCodes.Fault;
        }

        using var foundation = await context.LayFoundationAsync(configuration, NullLoggerFactory.Instance, cancellationToken);
        if (foundation is null)
        {
            return ExitCodes.Fault;
        }

        context.Line(context.Say("配置 ✓", "configuration ✓"));
        var faults = CheckTemplates(context, foundation.Templates, cancellationToken) + CheckDrawing(context);
        if (!offline)
        {
            faults += await CheckNetworksAsync(context, foundation, cancellationToken);
            faults += await CheckAdaptersAsync(context, foundation, cancellationToken);
        }

        context.Line(faults == 0 ? context.Say("一切正常", "all is well") : context.Say($"有 {faults} 处问题", faults == 1 ? "1 fault" : $"{faults} faults"));
        return faults == 0 ? ExitCodes.Done : ExitCodes.Fault;
    }

    /// <summary>Every template parses; those for posts and digests also render with sample data.</summary>
    private static int CheckTemplates(CommandContext context, TemplateLibrary templates, CancellationToken cancellationToken)
    {
        var faults = 0;
        var renderer = new TemplateRenderer(templates, TimeProvider.System);
        foreach (var name in templates.Names)
        {
            try
            {
                templates.Get(name);
                if (ModelFor(name) is { } model)
                {
                    renderer.Render(name, model, cancellationToken);
                }

                context.Line(context.Say($"模板 {name} ✓", $"template {name} ✓"));
            }
            catch (TemplateFaultException fault)
            {
                faults++;
                context.Error(fault.Reason);
            }
        }

        return faults;
    }

    private static Templating.TemplateObject? ModelFor(string name) => name.Split('/') switch
    {
        ["copy" or "posters", _] => SampleModels.Post(),
        ["digests", _] => SampleModels.Digest(),
        _ => null,
    };

    private static int CheckDrawing(CommandContext context)
    {
        var status = LibrsvgRasterizer.Probe();
        if (status.CanDraw && status.MissingPackages.Count == 0)
        {
            context.Line(context.Say($"海报 ✓（librsvg {status.LibrsvgVersion}，{status.CjkFont}）", $"posters ✓ (librsvg {status.LibrsvgVersion}, {status.CjkFont})"));
            return 0;
        }

        context.Error(context.Say(status.PhraseZh, status.Message));
        return 1;
    }

    private static async Task<int> CheckNetworksAsync(CommandContext context, Foundation foundation, CancellationToken cancellationToken)
    {
        var faults = 0;
        foreach (var network in foundation.Integrations.Networks)
        {
            var found = await network.TestAsync(cancellationToken);
            faults += Report(context, context.Say($"联盟 {network.Name}/{network.Account}", $"network {network.Name}/{network.Account}"), found);
        }

        return faults;
    }

    private static async Task<int> CheckAdaptersAsync(CommandContext context, Foundation foundation, CancellationToken cancellationToken)
    {
        var configuration = foundation.Configuration.Current;
        var channels = configuration.Groups.Select(group => (group.Adapter, group.Address))
            .Concat(configuration.Owners.Select(owner => (owner.Digest.Adapter, owner.Digest.Address)))
            .Distinct();
        var faults = 0;
        foreach (var (adapter, address) in channels)
        {
            var found = await foundation.Integrations.Adapters[adapter].TestAsync(address, cancellationToken);
            faults += Report(context, context.Say($"适配器 {adapter}/{address}", $"adapter {adapter}/{address}"), found);
        }

        return faults;
    }

    private static int Report(CommandContext context, string what, IReadOnlyList<AccountFault> faults)
    {
        if (faults.Count == 0)
        {
            context.Line($"{what} ✓");
        }

        foreach (var fault in faults)
        {
            context.Error($"{what}{(fault.Field is null ? "" : $" {fault.Field}")}: {fault.Reason.In(context.Language)}");
        }

        return faults.Count;
    }
}
