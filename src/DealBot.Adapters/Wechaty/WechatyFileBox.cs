using System.Text.Json;
using DealBot.Adapters.Wire;

namespace DealBot.Adapters.Wechaty;

/// <summary>A file in a call, as the JSON of file-box 1.5: base64 within the message, so that nothing has to fetch it.</summary>
internal sealed record WechatyFileBox(int Type, string Name, ReadOnlyMemory<byte> Base64)
{
    private const int TypeBase64 = 1;

    public static string Json(string name, ReadOnlyMemory<byte> bytes) =>
        JsonSerializer.Serialize(new WechatyFileBox(TypeBase64, name, bytes), PlainJson.Options);
}
