using System.Diagnostics;

namespace Cryptocardium.Benchmarks.Baselines;

// A server without the product: one middleware that returns a card's JSON, in a process of its own like the product.
internal sealed class BareKestrel : IDisposable
{
    public const string Verb = "bare-kestrel";

    private readonly Process process;

    private BareKestrel(Process process, Uri server)
    {
        this.process = process;
        Server = server;
    }

    public Uri Server { get; }

    public static async Task<BareKestrel> Start(int port)
    {
        var server = new Uri($"http://127.0.0.1:{port}");
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(BareKestrel).Assembly.Location, Verb, server.ToString()])
        {
            RedirectStandardOutput = true,
        })!;
        await process.StandardOutput.ReadLineAsync();
        return new BareKestrel(process, server);
    }

    public static async Task Serve(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        var body = new byte[700];
        Array.Fill(body, (byte)' ');
        body[0] = (byte)'{';
        body[^1] = (byte)'}';
        app.Run(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        });
        await app.StartAsync();
        Console.WriteLine("ready");
        await app.WaitForShutdownAsync();
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}
