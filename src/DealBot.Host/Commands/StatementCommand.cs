using System.CommandLine;
using System.Text;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Ledger;
using DealBot.Core.Rendering;
using DealBot.Core.Shares;
using DealBot.Imaging.Rasterizing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot statement</c>: what promoters' months brought, as tables, as a file, or as pictures.</summary>
internal static class StatementCommand
{
    private static readonly string[] Extensions = [".csv", ".png", ".jpg", ".jpeg", ".svg"];

    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var month = new Option<string?>("--month") { Description = Say("哪个月，例如 2026-06；默认上个月", "which month, for example 2026-06; last month if left out") };
        var promoter = new Option<string?>("--promoter") { Description = Say("只要这位推广者（编号）；默认全部", "only this promoter, by id; all if left out") };
        var target = new Option<string?>("--out")
        {
            Description = Say(
                "写成文件：.csv 把所有人写进一个文件；.png .jpg .svg 每人一张图，不止一人时文件名后加编号，例如 june.png → june-chen.png",
                "write a file: .csv holds all promoters; .png, .jpg and .svg are a picture each, with the id added to the name if there are several: june.png → june-chen.png"),
        };
        var whole = new Option<bool>("--full-numbers") { Description = Say("订单号写全（默认只露头尾，方便发给推广者）", "order numbers in full; by default only their ends, as promoters should get them") };
        var command = CommandLine.Verb("statement", language, "推广者月对账单", "promoters' monthly statements", context, (command, parsed, token) =>
            RunAsync(command, new Request(parsed.GetValue(month), parsed.GetValue(promoter), parsed.GetValue(target), parsed.GetValue(whole)), token));
        command.Add(month);
        command.Add(promoter);
        command.Add(target);
        command.Add(whole);
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, Request request, CancellationToken cancellationToken)
    {
        if (PromoterOptions.MonthOf(context, request.Month, LedgerMonth.Of(TimeProvider.System.GetUtcNow()).Before) is not { } month)
        {
            return ExitCodes.Usage;
        }

        if (request.Out is { } path && !Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
        {
            context.Error(context.Say($"--out {path} 写不了：文件名以 {string.Join(' ', Extensions)} 结尾", $"can't write --out {path}: the name ends in one of {string.Join(' ', Extensions)}"));
            return ExitCodes.Usage;
        }

        await using var service = await CommandService.OpenAsync(context, NullLoggerFactory.Instance, cancellationToken);
        if (service is null)
        {
            return ExitCodes.Fault;
        }

        try
        {
            var reader = service.Get<StatementReader>();
            var promoters = await PromoterOptions.FindAsync(context, reader, request.Promoter, cancellationToken);
            if (promoters.Count == 0)
            {
                return ExitCodes.Fault;
            }

            var statements = await ReadAsync(context, reader, promoters, month, cancellationToken);
            Show(context, service, request, statements, cancellationToken);
            return ExitCodes.Done;
        }
        catch (StatementMismatchException exception)
        {
            context.Error(exception.Reason);
        }
        catch (TemplateFaultException fault)
        {
            context.Error(fault.Reason);
        }
        catch (ImagingUnavailableException exception)
        {
            context.Error(context.Say(exception.PhraseZh, exception.Message));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ImagingException)
        {
            context.Error(context.Say($"写不了 {request.Out}：{exception.Message}", $"can't write {request.Out}: {exception.Message}"));
        }

        return ExitCodes.Fault;
    }

    private static Task<List<Statement>> ReadAsync(
        CommandContext context, StatementReader reader, IReadOnlyList<(string OwnerId, Promoter Promoter)> promoters, LedgerMonth month, CancellationToken cancellationToken) =>
        LongWork.DoAsync(context, context.Say("对账", "reading the books"), async progress =>
        {
            var statements = new List<Statement>(promoters.Count);
            foreach (var (ownerId, promoter) in promoters)
            {
                statements.Add(await reader.ReadAsync(ownerId, promoter, month, cancellationToken));
                progress((double)statements.Count / promoters.Count);
            }

            return statements;
        });

    private static void Show(CommandContext context, CommandService service, Request request, IReadOnlyList<Statement> statements, CancellationToken cancellationToken)
    {
        var names = service.Get<LiveConfiguration>().Current.Groups.ToDictionary(group => group.Id, group => group.Name);
        var layout = new StatementLayout(context.Language, names, request.WholeNumbers);
        if (request.Out is not { } path)
        {
            StatementTables.Write(context, statements, layout, isOne: request.Promoter is not null);
        }
        else if (Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            File.WriteAllText(path, StatementCsv.Write(statements, layout), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            context.Line(path);
        }
        else
        {
            foreach (var statement in statements)
            {
                var file = statements.Count == 1 ? path : Path.ChangeExtension(path, null) + $"-{statement.Promoter.Id}{Path.GetExtension(path)}";
                Draw(service.Get<StatementPicture>(), statement, layout, file, cancellationToken);
                context.Line(file);
            }
        }
    }

    private static void Draw(StatementPicture picture, Statement statement, StatementLayout layout, string path, CancellationToken cancellationToken)
    {
        var svg = picture.ToSvg(statement, layout, cancellationToken);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".svg":
                File.WriteAllText(path, svg);
                break;
            case ".png":
                File.WriteAllBytes(path, picture.ToPng(svg, cancellationToken));
                break;
            default:
                File.WriteAllBytes(path, picture.ToJpeg(svg, cancellationToken));
                break;
        }
    }

    private sealed record Request(string? Month, string? Promoter, string? Out, bool WholeNumbers);
}
