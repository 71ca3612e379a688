using System.Security.Authentication;
using Cryptocardium.Host.Http.Limits;
using Cryptocardium.Kernel;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Cryptocardium.Host.Http.Wire;

// The server's limits, wide enough that the edge answers instead, and a body for the refusals that remain the server's.
internal sealed class KestrelEdge(IdSource ids, IRateLimiter limiter, TimeProvider clock, TimeLimits times, Addresses addresses)
    : IConfigureOptions<KestrelServerOptions>
{
    private const int HeaderBytesMax = 32 * 1_024;

    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestHeadersTotalSize = HeaderBytesMax;
        options.Limits.RequestHeadersTimeout = times.Headers;
        options.Limits.KeepAliveTimeout = times.Idle;
        options.Limits.MinResponseDataRate = times.Answer;

        // Its average lets who was quick at first stand still for hours. Whoever reads a body sets it a time.
        options.Limits.MinRequestBodyDataRate = null;

        // The edge counts while it reads. With a limit here the server would reset the connection before its caller, still
        // sending, reads the answer; without one it drains what is left for a few seconds.
        options.Limits.MaxRequestBodySize = null;
        options.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls13);
        options.ConfigureEndpointDefaults(endpoint =>
        {
            // First, so that what is watched is what was written and not what it is encrypted to.
            if (addresses.IsHttps(endpoint.IPEndPoint))
            {
                endpoint.UseHttps();
            }

            endpoint.Use(Watch);
        });
    }

    private ConnectionDelegate Watch(ConnectionDelegate next) => connection =>
    {
        var transport = connection.Transport;
        connection.Transport = new InspectedTransport(
            transport.Input, new InspectedOutput(transport.Output, new WireAnswer(ids, limiter, clock, connection.RemoteEndPoint)));
        return next(connection);
    };
}
