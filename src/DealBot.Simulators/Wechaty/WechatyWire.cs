using System.Buffers.Binary;
using DealBot.Simulators.Chat;
using Google.Protobuf;

namespace DealBot.Simulators.Wechaty;

/// <summary>gRPC as a service writes it.</summary>
internal static class WechatyWire
{
    private const int PrefixBytes = 5;

    public const string MediaType = "application/grpc+proto";

    public static T Read<T>(byte[] body, MessageParser<T> parser)
        where T : IMessage<T> => parser.ParseFrom(body.AsSpan(PrefixBytes));

    public static byte[] Frame(IMessage message)
    {
        var bytes = message.ToByteArray();
        var frame = new byte[PrefixBytes + bytes.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), bytes.Length);
        bytes.CopyTo(frame, PrefixBytes);
        return frame;
    }

    public static ChatAnswer Answer(IMessage message) => new(Frame(message), MediaType: MediaType) { Trailers = Status(0, "") };

    /// <summary>A refusal: its status behind the body, or among the headers of an answer that has none.</summary>
    public static ChatAnswer Refuse(int code, string words, bool inTrailers) => inTrailers
        ? new ChatAnswer([], MediaType: MediaType) { Trailers = Status(code, words) }
        : new ChatAnswer([], MediaType: MediaType) { Headers = Status(code, words) };

    public static Dictionary<string, string> Status(int code, string words) => new() { ["grpc-status"] = $"{code}", ["grpc-message"] = Uri.EscapeDataString(words) };
}
