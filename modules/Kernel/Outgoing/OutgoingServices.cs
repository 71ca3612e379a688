using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cryptocardium.Kernel.Outgoing;

/// <summary>Registers guarded HTTP clients.</summary>
public static class OutgoingServices
{
    private const int HeaderKilobytesMax = 16;
    private const int ConnectionsPerHostMax = 16;

    // Bounds the lifetime of a connection, because the addresses of a name can change.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(1);

    /// <summary>Adds a client, as a keyed <see cref="OutgoingClient"/>.</summary>
    /// <param name="services">The host's services; registrations of <see cref="ResolveHost"/> and <see cref="DialAddress"/> replace the defaults.</param>
    /// <param name="name">The key.</param>
    /// <param name="limits">The limits of its requests.</param>
    public static IServiceCollection AddOutgoingClient(this IServiceCollection services, string name, OutgoingLimits limits)
    {
        services.TryAddSingleton<ResolveHost>(Dns.GetHostAddressesAsync);
        services.TryAddSingleton<DialAddress>(GuardedConnection.Dial);
        services.AddHttpClient(name)
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(new GuardedConnection(
                provider.GetRequiredService<ResolveHost>(), provider.GetRequiredService<DialAddress>(), limits.AllowLoopback)))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers(); // they log whole URLs, which may contain secrets
        return services.AddKeyedSingleton(name, (provider, _) => new OutgoingClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(name), limits, provider.GetRequiredService<TimeProvider>()));
    }

    private static SocketsHttpHandler Handler(GuardedConnection connection) => new()
    {
        ConnectCallback = connection.Open,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = HeaderKilobytesMax,
        MaxConnectionsPerServer = ConnectionsPerHostMax,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = ConnectionLifetime,
        ActivityHeadersPropagator = null,
    };
}
