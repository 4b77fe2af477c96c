using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OmnichannelAdmin.Sandbox.Tests.Conformance;

namespace OmnichannelAdmin.Sandbox.Tests.Properties;

public sealed class RobustnessProperties
{
    private const string Nasty = "'\"(){}[]$@/\\%&=,;:#?+* \t\r\n\0\u0301A9-_.~|^";

    private static readonly ConformanceCase[] Cases = [.. ConformanceSuite.All.Values];

    [Fact]
    public void A_URL_with_any_mistake_in_it_is_answered() => Prop
        .ForAll(MutationsOf(item => item.Send.Split(' ', 2)[1]).ToArbitrary(), mutated =>
            AssertAnswered(mutated.Case, mutated.Text, mutated.Case.Body?.ToJsonString()))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_body_with_any_mistake_in_it_is_answered() => Prop
        .ForAll(MutationsOf(item => item.Body?.ToJsonString() ?? "{}").ToArbitrary(), mutated =>
            AssertAnswered(mutated.Case, mutated.Case.Send.Split(' ', 2)[1], mutated.Text))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_batch_with_any_mistake_in_it_is_answered()
    {
        using var organization = new SandboxOrganization();
        using var client = new SandboxClient(organization);
        var batch = new BatchBody()
            .Add("GET WhoAmI")
            .AddChangeSet(("POST msdyn_octags", """{"msdyn_name":"a"}"""), ("PATCH $1", """{"msdyn_name":"b"}"""))
            .ToString();

        Prop.ForAll(Mutate(batch).ToArbitrary(), mutated =>
            {
                var answer = Wait(client.PostAsync("$batch", mutated, BatchBody.ContentType));
                Assert.True(answer.Status != HttpStatusCode.InternalServerError, $"{mutated}\n{answer.Text}");
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static void AssertAnswered(ConformanceCase item, string path, string? body)
    {
        using var fixture = new ConformanceFixture();
        using var client = fixture.ClientOf("admin");
        var method = item.Send.Split(' ', 2)[0];
        if (!Uri.TryCreate(client.Root, fixture.Fill(path), out var url) || !client.Root.IsBaseOf(url))
            return;

        var answer = Wait(client.SendAsync(method, url.OriginalString, body is null ? null : fixture.Fill(body)));
        Assert.True(answer.Status != HttpStatusCode.InternalServerError, $"{url}\n{body}\n{answer.Text}");
    }

    private static Gen<(ConformanceCase Case, string Text)> MutationsOf(Func<ConformanceCase, string> text) =>
        from item in Gen.Elements(Cases)
        from mutated in Mutate(text(item))
        select (item, mutated);

    private static Gen<string> Mutate(string text) =>
        from place in Gen.Choose(0, text.Length)
        from length in Gen.Choose(0, 3)
        from inserted in Gen.Elements(Nasty.ToCharArray()).ListOf(length)
        from removed in Gen.Choose(0, Math.Min(4, text.Length - place))
        select new StringBuilder(text).Remove(place, removed).Insert(place, string.Concat(inserted)).ToString();

    // The sandbox answers without waiting.
    private static SandboxAnswer Wait(Task<SandboxAnswer> answer) => answer.GetAwaiter().GetResult();
}
