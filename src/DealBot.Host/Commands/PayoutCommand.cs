using System.CommandLine;
using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Shares;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot payout</c>: records that an owner has handed a promoter money. DealBot transfers none.</summary>
internal static class PayoutCommand
{
    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var promoter = new Option<string>("--promoter") { Description = Say("付给哪位推广者（编号）", "which promoter, by id"), Required = true };
        var month = new Option<string>("--month") { Description = Say("付哪个月的账，例如 2026-06", "the month that is paid, for example 2026-06"), Required = true };
        var amount = new Option<string?>("--amount") { Description = Say("付了多少元；默认那个月可付的全部", "how many yuan; all that is payable of the month if left out") };
        var again = new Option<bool>("--again") { Description = Say("一天之内确实又付了一笔一样的", "the same was paid once more within a day, and is meant") };
        var command = CommandLine.Verb(
            "payout",
            language,
            "记下付给推广者的钱（只记账，不转账）",
            "record money handed to a promoter; nothing is transferred",
            context,
            (command, parsed, token) => RunAsync(
                command,
                new Request(parsed.GetRequiredValue(promoter), parsed.GetRequiredValue(month), parsed.GetValue(amount), parsed.GetValue(again)),
                token));
        command.Add(promoter);
        command.Add(month);
        command.Add(amount);
        command.Add(again);
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, Request request, CancellationToken cancellationToken)
    {
        if (PromoterOptions.MonthOf(context, request.Month, default) is not { } month || !TryReadAmount(context, request.Amount, out var amount))
        {
            return ExitCodes.Usage;
        }

        await using var service = await CommandService.OpenAsync(context, NullLoggerFactory.Instance, cancellationToken);
        if (service is null)
        {
            return ExitCodes.Fault;
        }

        var promoters = await PromoterOptions.FindAsync(context, service.Get<StatementReader>(), request.Promoter, cancellationToken);
        if (promoters is not [var (_, promoter)])
        {
            return ExitCodes.Fault;
        }

        var now = service.Get<TimeProvider>().GetUtcNow();
        if (month.Start > now)
        {
            context.Error(context.Say($"{month} 还没开始", $"{month} has not begun yet"));
            return ExitCodes.Fault;
        }

        var outcome = await service.Get<IPayoutStore>().RecordAsync(new PayoutRequest(promoter.Id, month, amount, now, request.Again), cancellationToken);
        return Tell(context, promoter.Name, month, amount, outcome);
    }

    private static int Tell(CommandContext context, string name, LedgerMonth month, Money? amount, PayoutOutcome outcome)
    {
        switch (outcome)
        {
            case PayoutOutcome.Recorded { Payout: var payout, Left: var left }:
                context.Line(context.Say(
                    $"已记下第 {payout.Number} 笔付款：{name} {month} 的账，{payout.Amount} 元；这个月还可付 {left} 元。DealBot 只记账，钱要自己转",
                    $"payout {payout.Number} recorded: {payout.Amount} yuan to {name} for {month}; {left} yuan of the month are left. DealBot keeps the books, the transfer is yours"));
                return ExitCodes.Done;
            case PayoutOutcome.Repeated { Payout: var before }:
                context.Error(context.Say(
                    $"没有记：{StatementWords.Clock(before.PaidAt)} 已经记过一笔一样的（第 {before.Number} 笔，{before.Amount} 元）。确实又付了一次，就加上 --again",
                    $"not recorded: the same was recorded at {StatementWords.Clock(before.PaidAt)} (payout {before.Number}, {before.Amount} yuan). If it was paid once more, add --again"));
                return ExitCodes.Fault;
            case PayoutOutcome.TooMuch { Payable: var payable } when payable == Money.Zero:
                context.Error(context.Say(
                    $"没有记：{name} {month} 没有可付的。只有已结算、没付过的部分可以付，见 dealbot statement",
                    $"not recorded: nothing of {month} is payable to {name}. Only what is settled and not paid yet is, see dealbot statement"));
                return ExitCodes.Fault;
            case PayoutOutcome.TooMuch { Payable: var payable }:
                context.Error(context.Say(
                    $"没有记：{name} {month} 最多可付 {payable} 元，{amount} 元太多",
                    $"not recorded: {payable} yuan of {month} are payable to {name}, {amount} is too much"));
                return ExitCodes.Fault;
            default:
                throw new InvalidOperationException($"{outcome} is not known");
        }
    }

    private static bool TryReadAmount(CommandContext context, string? text, out Money? amount)
    {
        amount = null;
        if (text is null)
        {
            return true;
        }

        // A fraction of a fen would be rounded silently.
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
            && yuan is > 0 and < 1_000_000_000
            && decimal.Round(yuan, 2) == yuan)
        {
            amount = Money.FromYuan(yuan);
            return true;
        }

        context.Error(context.Say($"--amount {text} 不是金额，应为大于 0 的元数，最多两位小数，例如 128.50", $"--amount {text} is no amount; write yuan above 0 with at most two decimals, like 128.50"));
        return false;
    }

    private sealed record Request(string Promoter, string Month, string? Amount, bool Again);
}
