using System.Text;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;

namespace Cryptocardium.Benchmarks;

// The product in a process of its own, with an account and a card whose balance suffices for a run.
internal sealed class Product : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServerProcess process;

    private Product(TestDatabase database, ServerProcess process, string bearer, string card)
    {
        this.database = database;
        this.process = process;
        Bearer = bearer;
        Card = card;
    }

    public string Card { get; }

    public string Bearer { get; }

    public Uri Server => process.Server;

    public TestDatabase Database => database;

    public long MemoryBytes => process.MemoryBytes;

    public static async Task<Product> Start(Engine engine, params string[] arguments)
    {
        var database = await TestDatabase.Create(engine);
        var process = await ServerProcess.Start(database, arguments);
        using var anonymous = new ApiClient(process.Server);
        var account = await TestAccount.Created(anonymous.Post(
            "/v1/accounts", new { email = "bench@example.com", password = TestAccount.Password }));
        var bearer = account.Json.GetProperty("session").GetProperty("token").GetString()!;
        using var api = new ApiClient(process.Server, bearer);
        var topup = await TestAccount.Created(api.Post("/v1/topups", new { amount_usd = 10_000_000, asset = "USDT", chain = "tron" }));
        await TestAccount.Ok(api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        var card = await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 9_000_000 }));
        return new Product(database, process, bearer, card["id"]);
    }

    // The bytes of a request.
    public byte[] Request(string method, string path, string? json = null, string? key = null) => Encoding.ASCII.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {Bearer}\r\n"
        + (key is null ? "" : $"Idempotency-Key: {key}\r\n")
        + (json is null ? "\r\n" : $"Content-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}"));

    public byte[] Authorization(string? key = null) => Purchase("0.01", key);

    public byte[] Purchase(string amount, string? key = null) => Request(
        "POST", "/v1/simulate/authorizations",
        $$$"""{"card_id":"{{{Card}}}","amount_usd":{{{amount}}},"merchant":{"name":"OpenAI","mcc":"7372"}}""", key);

    public ApiClient Api() => new(process.Server, Bearer);

    public async ValueTask DisposeAsync()
    {
        process.Dispose();
        await database.DisposeAsync();
    }
}
