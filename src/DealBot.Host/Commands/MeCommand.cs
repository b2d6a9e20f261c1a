using System.CommandLine;
using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Host.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot me</c>: the address that a device of the owner's opens once, so that his clicks don't count.</summary>
internal static class MeCommand
{
    public static Command Create(Language language, Func<ParseResult, CommandContext> context) => CommandLine.Verb(
        "me", language, "给出一个网址，在自己的手机上打开一次，之后自己的点击不计入", "print the address to open once on your own phone, so that your clicks don't count", context, (command, _, token) => RunAsync(command, token));

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var service = await CommandService.OpenAsync(context, NullLoggerFactory.Instance, cancellationToken);
        if (service is null)
        {
            return ExitCodes.Fault;
        }

        var own = new OwnDevices(service.Foundation.Keys.Links);
        context.Line(PublicLinks.Base(service.Foundation.Settings.PublicBaseUrl) + own.Path);

        // Beside the address and not among it, so that a script reads the address alone.
        Console.Error.WriteLine(context.Say(
            "在自己的手机上打开一次（微信、浏览器各开一次），以后自己的点击不计入；别发到群里。网址后面加 ?off 则重新计入",
            "open it once on your own phone, in each app that you try links in; don't post it in a group. With ?off behind it the phone counts again"));
        return ExitCodes.Done;
    }
}
