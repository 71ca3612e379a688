using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Startup;

// Starts of the process itself.
public sealed class StartTests
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int Refused = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    [Fact]
    public async Task A_port_in_use_is_refused_by_one_sentence()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://{taken.LocalEndpoint}";

        var (code, output, error) = await HostProcess.Run(HostProcess.With(
            database.Directory, [.. database.Arguments, $"--Urls={url}", "--Logging:LogLevel:Cryptocardium=None"]));

        Assert.Equal((Refused, ""), (code, output));
        Assert.Equal(
            $"Failed to bind to address {url}: address already in use; stop the other program, or set Urls to another address such as "
            + "http://127.0.0.1:5081.\n",
            error);
    }

    [Fact]
    public async Task Everything_that_a_server_writes_belongs_to_its_user_alone()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        var directory = Path.Combine(database.Directory, "new");
        using var server = await ServerProcess.Start(database, $"--Data:Directory={directory}");

        var files = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).ToList();
        var folders = Directory.EnumerateDirectories(directory, "*", SearchOption.AllDirectories).Append(directory);

        foreach (var name in new[] { "cryptocardium.db", "cryptocardium.db-wal", "cryptocardium.db-shm", "in-use.lock", "control.sock", "keys/master.key" })
        {
            Assert.Contains(Path.Combine(directory, name), files);
        }

        Assert.All(files, file => Assert.Equal((file, Owner), (file, ModeOf(file))));
        Assert.All(folders, folder => Assert.Equal((folder, Owner | UnixFileMode.UserExecute), (folder, ModeOf(folder))));
    }

    [Fact]
    public async Task An_older_database_is_restricted_to_its_user()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        using (var chmod = Process.Start("chmod", ["644", database.ConnectionString]))
        {
            await chmod.WaitForExitAsync();
            Assert.NotEqual(Owner, ModeOf(database.ConnectionString));
        }

        using var server = await ServerProcess.Start(database);

        Assert.Equal(Owner, ModeOf(database.ConnectionString));
        Assert.Equal(Owner, ModeOf(database.ConnectionString + "-wal"));
    }

    [DatabaseTheory]
    public async Task SIGTERM_during_the_start_ends_the_process_without_a_word(Engine engine)
    {
        await using var database = await TestDatabase.CreateEmpty(engine);
        var directory = Path.Combine(database.Directory, "new");
        using var process = Process.Start(HostProcess.With(
            database.Directory,
            [.. database.Arguments, $"--Data:Directory={directory}", "--Urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

        // The directory is made after the program has begun to listen for signals.
        while (!Directory.Exists(directory) && !process.HasExited)
        {
            await Task.Delay(Pause);
        }

        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();

        // It may have become ready before the signal arrived.
        Assert.True(await output is "" or [' ', ..] or ['\n', ..], await output);
        Assert.Equal((0, ""), (process.ExitCode, await error));
    }

    [Fact]
    public async Task The_welcome_names_address_database_rails_and_documentation()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        using var server = await ServerProcess.Start(database);
        server.Terminate();
        Assert.Equal(0, await server.ExitCode());

        var url = server.Server.ToString().TrimEnd('/');
        foreach (var line in new[]
        {
            $"  Cryptocardium is ready at {url}",
            $"  Documentation   {url}/docs",
            $"  Database        SQLite, {database.ConnectionString}",
            $"  Files           {database.Directory} (keys, evidence, exported chain heads)",
            "  Rails           live: issuer Simulated, chains Simulated; sandbox: Simulated",
        })
        {
            Assert.Contains(line, server.Output);
        }
    }

    [Fact]
    public async Task The_data_is_in_the_directory_in_which_the_program_was_started()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        using var server = await ServerProcess.Start(database, "--Data:Directory=data");

        Assert.True(File.Exists(Path.Combine(database.Directory, "data", "cryptocardium.db")));
    }

    private static UnixFileMode ModeOf(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);
}
