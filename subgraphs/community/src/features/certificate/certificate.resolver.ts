import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { CertificateIssueService } from './certificate-issue.service.js';
import type { CertificateRevocationService } from './certificate-revocation.service.js';
import type { CertificateVerification } from './certificate-verification.query.js';
import { IssueCertificatesInput, RevokeCertificateInput } from './certificate.input.js';
import { IssueCertificatesPayload, RevokeCertificatePayload } from './certificate.payload.js';
import { certificateReads } from './certificate.reads.js';
import { CertificateConnection, VerifiedCertificate } from './certificate.type.js';

interface CertificateServices {
  readonly verification: CertificateVerification;
  readonly issuing: CertificateIssueService;
  readonly revocation: CertificateRevocationService;
}

@Resolver()
export class CertificateResolver {
  constructor(private readonly services: CertificateServices) {}

  @Query(() => VerifiedCertificate, {
    nullable: true,
    description: 'Certificaat verifiëren by its code alone, by anybody; null when there is no such certificate.',
  })
  certificate(
    @Arg('code', () => String, { description: 'Code as it is printed; small letters and other groups are fine.' })
    code: string,
    @Ctx() asker: Context,
  ) {
    return this.services.verification.of(asker, code);
  }

  @Query(() => CertificateConnection, {
    nullable: true,
    description: 'Certificaten that the viewer may see, newest first: all for staff. Your own ones are also in me.',
  })
  certificates(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(certificateReads, info);
  }

  @Mutation(() => IssueCertificatesPayload, {
    description: `Certificaten uitreiken after an event, by staff: to who attended, at as many sessions as it takes, each once. Sent
again it issues what is missing. Everybody who gets one is told.`,
  })
  @Directive('@authenticated')
  issueCertificates(
    @Arg('input', { description: 'Which event.' }) input: IssueCertificatesInput,
    @Ctx() { viewer }: Context,
  ) {
    return this.services.issuing.issue(viewer, input);
  }

  @Mutation(() => RevokeCertificatePayload, {
    description: 'Certificaat intrekken for good, by staff, with a reason that the holder is told.',
  })
  @Directive('@authenticated')
  async revokeCertificate(
    @Arg('input', { description: 'Which one, and why.' }) input: RevokeCertificateInput,
    @Ctx() { viewer }: Context,
  ) {
    return { certificate: await this.services.revocation.revoke(viewer, input) };
  }
}
