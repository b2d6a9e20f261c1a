using System.Net.WebSockets;
using DealBot.Simulators.Chat;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.OneBot;

/// <summary>One WebSocket of a program that uses the bridge.</summary>
internal sealed class OneBotCaller(WebSocket socket, HttpContext context) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The next frame; null when the other side is gone.</summary>
    public async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, cancellationToken);
        using var frame = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), either.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;

                frame.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                    return frame.ToArray();
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Sends a frame whole; true, since the connection goes on.</summary>
    public async Task<bool> SendAsync(byte[] frame, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Answers as the fault has it; false if the connection ends.</summary>
    public async Task<bool> AnswerAsync(ChatFault? fault, byte[] answer, TimeProvider time, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case ChatFault.DropBefore or ChatFault.DropAfter:
                return Drop();
            case ChatFault.CutAnswer:
                await socket.SendAsync(answer.AsMemory(0, answer.Length / 2), WebSocketMessageType.Text, endOfMessage: false, cancellationToken);
                return Drop();
            case ChatFault.TruncatedJson:
                return await SendAsync(answer[..(answer.Length / 2)], cancellationToken);
            case ChatFault.AnswerTwice:
                return await SendAsync([.. answer, .. answer], cancellationToken);
            case ChatFault.NeverAnswer:
                return true;
            case ChatFault.Slow slow:
                await Task.Delay(slow.Delay, time, cancellationToken);
                return await SendAsync(answer, cancellationToken);
            default:
                return await SendAsync(answer, cancellationToken);
        }
    }

    public bool Drop()
    {
        context.Abort();
        return false;
    }

    // The turn stays: whoever waits for it would wait for ever, and it holds nothing that has to be given back.
    public void Dispose() => socket.Dispose();
}
