using System.CommandLine;
using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Digests;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot digest</c>: prints a day's digest, or sends it.</summary>
internal static class DigestCommand
{
    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var date = new Option<string?>("--date") { Description = Say("哪一天，例如 2026-06-18；默认今天", "which day, for example 2026-06-18; today if left out") };
        var owner = new Option<string?>("--owner") { Description = Say("只要这个群主", "only this owner") };
        var chart = new Option<string?>("--chart") { Description = Say("把图表另存到这个目录", "save charts to this folder") };
        var send = new Option<bool>("--send") { Description = Say("发给群主，而不是打印", "send instead of printing") };
        var command = CommandLine.Verb("digest", language, "打印或发送日报", "print or send the daily digest", context, (command, parsed, token) =>
            RunAsync(command, new Request(parsed.GetValue(date), parsed.GetValue(owner), parsed.GetValue(chart), parsed.GetValue(send)), token));
        command.Add(date);
        command.Add(owner);
        command.Add(chart);
        command.Add(send);
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, Request request, CancellationToken cancellationToken)
    {
        DateOnly? day = null;
        if (request.Date is { } text)
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            {
                context.Error(context.Say($"--date {text} 不是日期，应为 2026-06-18 这样的格式", $"--date {text} is no date; write it like 2026-06-18"));
                return ExitCodes.Usage;
            }

            day = parsed;
        }

        await using var service = await CommandService.OpenAsync(context, NullLoggerFactory.Instance, cancellationToken);
        if (service is null)
        {
            return ExitCodes.Fault;
        }

        var owners = service.Get<LiveConfiguration>().Current.Owners.Where(owner => request.Owner is null || owner.Id == request.Owner).ToList();
        if (owners.Count == 0)
        {
            return context.NoOwner(request.Owner ?? "", service.Get<LiveConfiguration>().Current);
        }

        var code = ExitCodes.Done;
        foreach (var owner in owners)
        {
            code = Math.Max(code, await OneAsync(context, service, request, owner, day, cancellationToken));
        }

        return code;
    }

    private static async Task<int> OneAsync(CommandContext context, CommandService service, Request request, Owner owner, DateOnly? day, CancellationToken cancellationToken)
    {
        var now = service.Get<TimeProvider>().GetUtcNow();
        var date = day ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(owner.Digest.TimeZone)).DateTime);
        try
        {
            if (request.Send)
            {
                return await SendAsync(context, service, owner, date, now, cancellationToken);
            }

            var digest = await service.Get<DigestRenderer>().RenderAsync(InLanguage(context, service, owner), date, cancellationToken);
            context.Line(digest.Text);
            if (request.Chart is { } folder && digest.Chart is { } chart)
            {
                Directory.CreateDirectory(folder);
                var path = Path.Combine(folder, $"{owner.Id}-{date:yyyy-MM-dd}.jpg");
                await File.WriteAllBytesAsync(path, chart, cancellationToken);
                context.Line(path);
            }

            return ExitCodes.Done;
        }
        catch (TemplateFaultException fault)
        {
            context.Error(fault.Reason);
            return ExitCodes.Fault;
        }
    }

    private static async Task<int> SendAsync(CommandContext context, CommandService service, Owner owner, DateOnly date, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await service.Get<DigestRound>().PlanNowAsync(owner, date, now, cancellationToken);
        await service.Get<Dispatcher>().RunAsync(cancellationToken);
        context.Line(context.Say($"{owner.Name} 的日报已交给 {owner.Digest.Adapter}", $"digest for {owner.Id} handed to {owner.Digest.Adapter}"));
        return ExitCodes.Done;
    }

    /// <summary>Who asks for English reads it, whatever the owner reads; if the folder of templates has it, which may be older than the program.</summary>
    private static Owner InLanguage(CommandContext context, CommandService service, Owner owner)
    {
        var (english, templates) = (owner.Digest with { Language = Language.English }, service.Foundation.Templates);
        var (text, chart) = (english.Spoken().Template, english.Spoken().Chart);
        return context.Language == Language.English && templates.Exists(text) && templates.Exists(chart) ? owner with { Digest = english } : owner;
    }

    private sealed record Request(string? Date, string? Owner, string? Chart, bool Send);
}
