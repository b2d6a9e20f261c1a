using System.CommandLine;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Orders;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot claim</c>: says which group an order came from, or takes that back. Also while the service runs.</summary>
internal static class ClaimCommand
{
    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var order = new Argument<string>("order") { Description = Say("订单号（整单一起认领）或其中一行的行号，见 dealbot orders", "order number (all its rows) or the id of one row, see dealbot orders") };
        var group = new Option<string?>("--group") { Description = Say("归到哪个群", "the group it came from") };
        var network = new Option<string?>("--network") { Description = Say("几个联盟有同样的订单号时，指明哪一个", "which network, where several have such an order") };
        var undo = new Option<bool>("--undo") { Description = Say("撤销认领，按规则重新归属", "take a claim back: the rules hold again") };
        // As a spreadsheet shows long numbers, and as they are copied from there: with the apostrophe that keeps them whole.
        var command = CommandLine.Verb("claim", language, "把订单认领到一个群，服务运行时也可以用", "claim an order for a group; also while the service runs", context, (command, parsed, token) =>
            RunAsync(command, new ClaimRequest(parsed.GetValue(order)!.TrimStart('\''), parsed.GetValue(network), parsed.GetValue(group), Environment.UserName), token));
        command.Add(order);
        command.Add(group);
        command.Add(network);
        command.Add(undo);
        command.Validators.Add(result =>
        {
            if (result.GetValue(group) is null == !result.GetValue(undo))
            {
                result.AddError(Say("写 --group 群，或者 --undo，二选一", "give either --group GROUP or --undo"));
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, ClaimRequest request, CancellationToken cancellationToken)
    {
        await using var service = await CommandService.OpenAsync(context, NullLoggerFactory.Instance, cancellationToken);
        if (service is null)
        {
            return ExitCodes.Fault;
        }

        switch (await service.Get<OrderClaiming>().RunAsync(request, cancellationToken))
        {
            case ClaimResult.Booked booked:
                Report(context, service.Get<LiveConfiguration>().Current, request, booked);
                return ExitCodes.Done;
            case ClaimResult.AlreadySo already:
                context.Line(already.Reason.In(context.Language));
                return ExitCodes.Done;
            case ClaimResult.Refused refused:
                context.Error(refused.Reason);
                return ExitCodes.Fault;
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is no result of a claim.");
        }
    }

    private static void Report(CommandContext context, DealBotConfiguration configuration, ClaimRequest request, ClaimResult.Booked booked)
    {
        foreach (var row in booked.Rows)
        {
            var from = row.Attribution.GroupId ?? context.Say("未归属", "no group");
            context.Line($"{row.Network} {row.OrderId}  {TextLines.Shorten(row.Title, 24)}  {row.Commission}  {from} → {Target(context, configuration, request)}");
        }

        context.Line(context.Say(
            $"{booked.Rows.Count} 行，{booked.Figures.Hours} 个小时的数字已更正，各群佣金合计相差 {booked.Figures.Difference} 元",
            $"rows: {booked.Rows.Count}; hourly figures corrected: {booked.Figures.Hours}; the commission of all groups together changed by {booked.Figures.Difference} yuan"));
    }

    private static string Target(CommandContext context, DealBotConfiguration configuration, ClaimRequest request) => request.GroupId is { } group
        ? $"{group} {configuration.FindGroup(group)?.Name}"
        : context.Say("按规则", "by the rules");
}
