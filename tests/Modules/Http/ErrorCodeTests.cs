using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cryptocardium.Tests.Http;

// Error codes that no other test receives over HTTP.
public sealed class ErrorCodeTests
{
    [Fact]
    public async Task A_repeated_or_missing_part_of_a_request_is_named()
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        using var account = await host.SignUpWith(1_000);

        var twice = await account.Api.Get("/v1/cards?limit=1&limit=2");
        var nowhere = await account.Api.Post("/v1/cards", new { type = "physical", bin = "448585" });

        Assert.Equal(("duplicate_parameter", "limit"), (twice.Code, twice.Param));
        Assert.Equal(("shipping_required", "shipping"), (nowhere.Code, nowhere.Param));
    }

    // Another node holds the key for longer than a request waits.
    [PostgresFact]
    public async Task A_key_that_another_node_works_under_is_in_progress()
    {
        await using var host = await TestHost.Start(Engine.Postgres);
        using var account = await host.SignUp();
        await using var scope = host.JobScope();
        var secret = scope.ServiceProvider.GetRequiredService<KeyRing>().Derive("idempotency/key");
        var hash = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{account.Id}\nSession\nslow"));
        await using var other = new NpgsqlConnection(host.Database.ConnectionString);
        await other.OpenAsync();
        await using var hold = new NpgsqlCommand(
            string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_lock({BinaryPrimitives.ReadInt64BigEndian(hash)})"), other);
        await hold.ExecuteNonQueryAsync();

        var body = new { amount_usd = 50, asset = "USDT", chain = "tron" };
        var refused = await account.Api.Post("/v1/topups", body, "slow");
        hold.CommandText = "SELECT pg_advisory_unlock_all()";
        await hold.ExecuteNonQueryAsync();
        var created = await account.Api.Post("/v1/topups", body, "slow");

        Assert.Equal(("idempotency_in_progress", "1"), (refused.Code, refused.Header("Retry-After")));
        Assert.Equal("pending", created["status"]);
    }

    // A fake of the credentials port simulates a database without free readers, or a commit without a response.
    [Theory]
    [InlineData("overloaded")]
    [InlineData("commit_unknown")]
    public async Task A_failure_of_the_database_is_answered_as_documented(string code)
    {
        Exception failure = code == "overloaded" ? new OverloadedException() : new CommitUnknownException(new TimeoutException());
        await using var host = await TestHost.Start(Engine.Sqlite, services => services.AddSingleton<ICredentials>(new Failing(failure)));
        using var api = new ApiClient(host.Server, "anything");

        var answer = await api.Post("/v1/topups", new { amount_usd = 50, asset = "USDT", chain = "tron" });

        Assert.Equal(code, answer.Code);
    }

    private sealed class Failing(Exception failure) : ICredentials
    {
        public ValueTask<CredentialCheck> Check(string bearer, CancellationToken cancellationToken) => throw failure;
    }
}
