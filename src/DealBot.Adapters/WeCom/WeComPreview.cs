using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.WeCom;

/// <summary>The calls that a message makes, to be shown.</summary>
internal static class WeComPreview
{
    public static IReadOnlyList<WireCall> Of(OutgoingMessage message, WeComRobot robot, Uri root) => message switch
    {
        OutgoingMessage.File file =>
        [
            new WireCall("POST", $"{root}cgi-bin/webhook/upload_media?key=***&type=file", $"media: {file.Name}, {file.Bytes.Length} bytes"),
            Send(root, WeComPayload.OfFile("(media_id)")),
        ],
        OutgoingMessage.Image image => [WithoutPicture(Send(root, WeComPayload.From(image, robot.Markdown)), image)],
        _ => [Send(root, WeComPayload.From(message, robot.Markdown))],
    };

    private static WireCall Send(Uri root, WeComPayload payload) =>
        new("POST", $"{root}cgi-bin/webhook/send?key=***", PlainJson.Text(payload));

    private static WireCall WithoutPicture(WireCall call, OutgoingMessage.Image image) => call with
    {
        Body = call.Body.Replace(
            Convert.ToBase64String(image.Bytes.Span), $"({PictureFormat.Of(image.Bytes.Span)!.MediaType}, {image.Bytes.Length} bytes)", StringComparison.Ordinal),
    };
}
