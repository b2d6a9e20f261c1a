using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using DealBot.Contracts;
using DealBot.Core.Rendering;

namespace DealBot.Host.Web;

/// <summary>What a member sees in WeChat's browser in place of a page that WeChat blocks: the command (淘口令) and a button that copies it.</summary>
internal static class CommandPage
{
    private const string WeChat = "MicroMessenger";

    private const string Style =
        """
        body { margin: 0; font: 16px/1.7 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; color: #333; background: #f6f6f6 }
        main { max-width: 26rem; margin: 0 auto; padding: 3rem 1.25rem; text-align: center }
        h1 { margin: 0; font-size: 1.35rem }
        .why { margin: .25rem 0 1.5rem; color: #777 }
        .command { padding: 1.1rem .5rem; border: 2px dashed #ff5000; border-radius: 12px; background: #fff; color: #d43c00; font-size: 1.35rem; font-weight: 600; overflow-wrap: anywhere; -webkit-user-select: all; user-select: all }
        button { width: 100%; margin: 1rem 0 1.5rem; padding: .85rem; border: 0; border-radius: 999px; background: #d43c00; color: #fff; font: inherit; font-size: 1.1rem }
        ol { margin: 0; padding: 1rem 1rem 1rem 2.25rem; border-radius: 12px; background: #fff; text-align: left }
        """;

    // The clipboard of old WebViews is reached by copying what is selected, the new one only over https.
    private const string Script =
        """
        var button = document.getElementById('copy'), text = document.getElementById('command');
        function done() { button.textContent = button.dataset.done; }
        function byHand() {
          var range = document.createRange(), selection = getSelection();
          range.selectNodeContents(text); selection.removeAllRanges(); selection.addRange(range);
          var copied = false;
          try { copied = document.execCommand('copy'); } catch (e) { copied = false; }
          if (copied) { done(); } else { button.textContent = button.dataset.byHand; }
        }
        button.onclick = function () {
          if (navigator.clipboard && isSecureContext) { navigator.clipboard.writeText(text.textContent).then(done, byHand); } else { byHand(); }
        };
        """;

    private static readonly Phrase Why = new("微信里打不开这个链接，几秒钟就好", "WeChat does not open this link; this way takes a few seconds");
    private static readonly Phrase Copy = new("复制口令", "Copy the text");
    private static readonly Phrase Done = new("已复制", "Copied");
    private static readonly Phrase ByHand = new("请长按上面的口令，选“复制”", "Press and hold the text above, then choose “Copy”");

    /// <summary>The page may show its own style and run its own script, and nothing else.</summary>
    private static readonly string Policy =
        $"default-src 'none'; style-src '{HashOf(Style)}'; script-src '{HashOf(Script)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Whether the request comes from WeChat's browser, or WeCom's, which is the same.</summary>
    public static bool IsNeeded(HttpRequest request) => request.Headers.UserAgent.ToString().Contains(WeChat, StringComparison.OrdinalIgnoreCase);

    public static Task AnswerAsync(HttpContext context, string command, string network, Language language)
    {
        var page = Encoding.UTF8.GetBytes(Write(command, WordsOf(network), language));
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(page).AsTask();
    }

    private static Words WordsOf(string network)
    {
        var app = CommandText.AppOf(network);
        return new Words(
            CommandText.Hint(network),
            [
                new("点按钮复制，没反应就长按口令", "Tap the button; if nothing happens, press and hold the text"),
                new($"打开手机上的{app.Zh}", $"Open {app.En} on your phone"),
                new($"{app.Zh}会弹出这件商品，点开领券下单", "It shows this item: tap it, claim the coupon and order"),
            ]);
    }

    private static string Write(string command, Words words, Language language)
    {
        var hint = words.Hint.In(language);
        return $"""
            <!doctype html>
            <html lang="{(language == Language.English ? "en" : "zh-CN")}">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{hint}</title>
            <style>{Style}</style>
            <main>
            <h1>{hint}</h1>
            <p class="why">{Why.In(language)}</p>
            <div class="command" id="command">{HtmlEncoder.Default.Encode(command)}</div>
            <button type="button" id="copy" data-done="{Done.In(language)}" data-by-hand="{ByHand.In(language)}">{Copy.In(language)}</button>
            <ol>{string.Concat(words.Steps.Select(step => $"<li>{step.In(language)}</li>"))}</ol>
            </main>
            <script>{Script}</script>
            </html>
            """;
    }

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    /// <summary>What depends on the network.</summary>
    private sealed record Words(Phrase Hint, IReadOnlyList<Phrase> Steps);
}
