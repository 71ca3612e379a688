using Cryptocardium.Accounts.Activities;
using Cryptocardium.Accounts.Contract;
using Cryptocardium.Accounts.Customers;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Jobs;
using Cryptocardium.Accounts.Passwords;
using Cryptocardium.Accounts.Platform;
using Cryptocardium.Accounts.Requests;
using Cryptocardium.Accounts.Sessions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.V1;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Accounts;

/// <summary>Registers accounts, sessions and the status of the platform.</summary>
public static class AccountsModule
{
    /// <summary>Adds the module to the host.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<IModelPart, AccountsModel>()
        .AddSingleton<DirectReader>()
        .AddScoped<IAccounts, StoredAccounts>()
        .AddScoped<IAccountModes>(provider => provider.GetRequiredService<IAccounts>())
        .AddScoped<AuditTrail>()
        .AddScoped<IAudit>(provider => provider.GetRequiredService<AuditTrail>())
        .AddPasswords()
        .AddSessions()
        .AddScoped<AccountView>()
        .AddSingleton<Changelog>()
        .AddHostedService<RailLog>()
        .AddRequests(configuration);

    private static IServiceCollection AddRequests(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(new RequestRetention(configuration))
        .AddSingleton<RequestLogQueue>()
        .AddSingleton<IRequestLog>(provider => provider.GetRequiredService<RequestLogQueue>())
        .AddHostedService(provider => provider.GetRequiredService<RequestLogQueue>())
        .AddScoped<IPreparation<ListRequestLogs>, RequestLogFlush<ListRequestLogs>>()
        .AddScoped<IPreparation<GetRequestLog>, RequestLogFlush<GetRequestLog>>()
        .AddScoped<IPreparation<GetRequestTrace>, RequestLogFlush<GetRequestTrace>>()
        .AddScoped<ITraceSource, AuditTrace>()
        .AddScoped<ActivityFeed>()
        .AddSingleton(provider => StoreRequestLogs.Job(provider.GetRequiredService<RequestLogQueue>()))
        .AddJobs(PurgeRequests.Job);

    private static IServiceCollection AddPasswords(this IServiceCollection services) => services
        .Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordHashing.Rounds)
        .AddSingleton<PasswordHashing>()
        .AddSingleton<PasswordQueue>()
        .AddSingleton<SignInThrottle>()
        .AddScoped<IPreparation<CreateAccount>, CreateAccountPreparation>()
        .AddScoped<IPreparation<SignIn>, SignInPreparation>();

    private static IServiceCollection AddSessions(this IServiceCollection services) => services
        .AddSingleton<SessionCache>()
        .AddSingleton<SessionLookups>()
        .AddSingleton<ICredentialChecker, SessionChecker>()
        .AddSingleton<ICredentials, Credentials>()
        .AddScoped<OpenSession>()
        .AddScoped<SessionEvents>()
        .AddSingleton(provider => TouchSessions.Job(provider.GetRequiredService<SessionCache>()))
        .AddJobs(PurgeSessions.Job);
}
