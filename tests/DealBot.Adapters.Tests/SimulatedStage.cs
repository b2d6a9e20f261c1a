using System.Net;
using System.Net.Sockets;
using System.Text;
using DealBot.Contracts;
using DealBot.Simulators.Chat;

namespace DealBot.Adapters.Tests;

/// <summary>An adapter and its simulator over real HTTP, on one manual clock.</summary>
public abstract class SimulatedStage(ChatServer server) : AdapterStage
{
    private static readonly Socket Held = HoldPort();

    public override string Known => "main";

    public override string Unknown => "other";

    public override int Calls => server.Calls;

    public override string? LastBody => server.LastPost is { } body ? Encoding.UTF8.GetString(body.Span) : null;

    /// <summary>An adapter with the same settings that calls another address.</summary>
    protected abstract IMessagingAdapter AdapterAt(Uri baseAddress);

    /// <summary>The platform's own code for one of the faults that platforms tell by a code; null if it has none.</summary>
    protected abstract int? CodeOf(PlatformFault fault);

    public override IMessagingAdapter? Meet(PlatformFault fault)
    {
        var address = server.BaseAddress;
        switch (fault)
        {
            case PlatformFault.OverQuota or PlatformFault.Blocked or PlatformFault.Busy:
                if (CodeOf(fault) is not { } code)
                    return null;
                server.Faults.AnswerWith(code);
                break;
            case PlatformFault.TooManyRequests:
                server.Faults.TooManyRequests("90");
                break;
            case PlatformFault.Html:
                server.Faults.Html();
                break;
            case PlatformFault.BadGateway:
                server.Faults.BadGateway();
                break;
            case PlatformFault.NoAnswer:
                server.Faults.DropAfterAccepting();
                break;
            case PlatformFault.CutAnswer:
                server.Faults.CutAnswer();
                break;
            case PlatformFault.AnswerTwice:
                server.Faults.AnswerTwice();
                break;
            case PlatformFault.ConnectionRefused:
                address = new Uri($"http://127.0.0.1:{ClosedPort()}");
                break;
            case PlatformFault.NoTls:
                address = new UriBuilder(address) { Scheme = "https" }.Uri;
                break;
            default:
                return null;
        }

        return AdapterAt(address);
    }

    /// <summary>A port of this machine that nobody listens on, nor anybody else can: it is held for as long as the tests run.</summary>
    public static int ClosedPort() => ((IPEndPoint)Held.LocalEndPoint!).Port;

    public override async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static Socket HoldPort()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
